/** How a text is written as YAML: without quotes where it can be; `flow`: inside of brackets. */
export function asScalar(text: string, flow: boolean): string {
  return isPlain(text, flow) ? text : asQuoted(text);
}

/** In double quotes where nothing in it has to be escaped, else in single ones; what single ones can't hold is escaped. */
export function asQuoted(text: string): string {
  if (/\p{Cc}|\u2028|\u2029/u.test(text)) return JSON.stringify(text);
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Whether a text reads as itself without quotes, on one line. */
function isPlain(text: string, flow: boolean): boolean {
  if (!/^(?:[^\s\p{Cc}!&*[\]{}#|>@`%'",?:-]|[-?:][^\s,[\]{}])/u.test(text)) return false;
  if (/\p{Cc}|\s$|:(?:\s|$)|\s#/u.test(text) || OTHER_THAN_TEXT.test(text)) return false;
  return !flow || !/[,[\]{}]/.test(text);
}

/** What YAML 1.2 takes for nothing, a boolean or a number, and what older YAML takes for one. */
const OTHER_THAN_TEXT =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\.inf|0x[\da-f]+|0o?[0-7]+|(?:\d[\d_]*)?\.?\d*(?:e[-+]?\d+)?|\d+(?::[0-5]?\d)+)|\.nan|<<|=|---.*|\.\.\..*)$/i;
