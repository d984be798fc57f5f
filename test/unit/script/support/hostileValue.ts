import fc from 'fast-check';

/** The file that a value makes in the working folder as soon as anything of it is run. */
const MARK = 'executed';

const PIECES = [
  `$(touch ${MARK})`,
  `\`touch ${MARK}\``,
  `; touch ${MARK};`,
  `\ntouch ${MARK}\n`,
  `"; touch ${MARK}; "`,
  `'; touch ${MARK}; '`,
  `" + require('fs').writeFileSync('${MARK}', '') + "`,
  `' + require('fs').writeFileSync('${MARK}', '') + '`,
  `\${require('fs').writeFileSync('${MARK}', '')}`,
  `a[$(touch ${MARK})]`,
  `&& touch ${MARK} #`,
  '"', "'", '`', '$', '\\', '\\n', '$HOME', '${HOME}', '$1', '${FLOW_EXPR_1}', '${{ values.0 }}', '}}', '}', '{a,b}',
  '*', '?', '[a-z]', '~', '!', '!!', '#', '&', '|', ';', '<', '>', '(', ')', '%s', '%', '=', '-n', '-e', '--',
  ' ', '  ', '\t', '\n', '\n\n', '\r\n', 'EOF', '\nEOF\n', 'END', 'é', '日本語', '😀', '\u2028', '\u00a0', '\u0081\u0088',
  'word', 'x',
];

/** Text that breaks whatever doesn't keep data and code apart. */
export const hostileValue: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.toWellFormed().replaceAll('\0', '')),
);
