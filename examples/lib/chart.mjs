/**
 * A line chart as an SVG picture. Its colours can be read on light and on dark.
 *
 * @param {readonly { label: string, colour: string, values: readonly number[] }[]} lines
 */
export function lineChart(lines) {
  const [width, height, margin] = [720, 240, 36];
  const all = lines.flatMap(({ values }) => values);
  const [lowest, highest] = [Math.floor(Math.min(...all)), Math.ceil(Math.max(...all))];
  const x = (index, count) => margin + (index / (count - 1)) * (width - 2 * margin);
  const y = (value) => height - margin - ((value - lowest) / (highest - lowest)) * (height - 2 * margin);

  const scale = [lowest, highest].map((value) => {
    const level = y(value).toFixed(1);
    return `<path d="M${margin} ${level}H${width - margin}" stroke="#8886"/><text x="4" y="${level}">${value}</text>`;
  });
  const curves = lines.map(({ label, colour, values }, line) => {
    const points = values.map(
      (value, index) => `${x(index, values.length).toFixed(1)},${y(value).toFixed(1)}`,
    );
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>
<text x="${margin + 110 * line}" y="${height - 8}" style="fill:${colour}">${label}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<style>text { fill: #888 }</style>
${[...scale, ...curves].join('\n')}
</svg>
`;
}
