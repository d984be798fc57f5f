/** A TextMate snippet as a text: of its places what stands in them, of its choices the first. */
export function plainSnippet(snippet: string): string {
  let text = '';
  for (let i = 0; i < snippet.length; i++) {
    const rest = snippet.slice(i);
    const escaped = /^\\([\\$}|,])/.exec(rest);
    const choice = /^\$\{\d+\|((?:[^,|\\]|\\.)*)[^|]*\|\}/.exec(rest);
    const named = /^\$\{\d+:/.exec(rest);
    const bare = /^\$(?:\d+|\{\d+\})/.exec(rest);
    if (escaped !== null) {
      text += escaped[1];
      i += 1;
    } else if (choice !== null) {
      text += (choice[1] ?? '').replace(/\\(.)/g, '$1');
      i += choice[0].length - 1;
    } else if (named !== null) {
      const end = endOfPlace(snippet, i + named[0].length);
      text += plainSnippet(snippet.slice(i + named[0].length, end));
      i = end;
    } else if (bare !== null) {
      i += bare[0].length - 1;
    } else {
      text += snippet[i];
    }
  }
  return text;
}

/** Where the brace stands that ends a place whose text begins at `start`. */
function endOfPlace(snippet: string, start: number): number {
  let depth = 1;
  for (let i = start; i < snippet.length; i++) {
    if (snippet[i] === '\\') i++;
    else if (snippet.startsWith('${', i)) depth++;
    else if (snippet[i] === '}' && --depth === 0) return i;
  }
  return snippet.length;
}
