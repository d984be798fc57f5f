const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [720, 420, 64, 24, 24, 44];

/**
 * Points and the curves fitted to them on logarithmic axes, as an SVG picture. Its colours can be read on light and
 * on dark.
 *
 * @param {readonly Series[]} series
 * @param {{ x: string, y: string }} names  of the axes
 *
 * @typedef {{ label: string, colour: string, points: readonly (readonly [number, number])[], curve: (x: number) => number }} Series
 */
export function logLogChart(series, names) {
  const all = series.flatMap(({ points }) => points);
  const x = axis(
    all.map(([value]) => value),
    [LEFT, WIDTH - RIGHT],
  );
  const y = axis(
    all.map(([, value]) => value),
    [HEIGHT - BOTTOM, TOP],
  );

  const grid = [
    ...x.powers.map(
      (power) => `<path d="M${x.at(10 ** power)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#8884"/>
<text x="${x.at(10 ** power)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${powerOfTen(power)}</text>`,
    ),
    ...y.powers.map(
      (power) => `<path d="M${LEFT} ${y.at(10 ** power)}H${WIDTH - RIGHT}" stroke="#8884"/>
<text x="${LEFT - 8}" y="${y.at(10 ** power)}" text-anchor="end">${powerOfTen(power)}</text>`,
    ),
  ];
  const drawn = series.map(({ label, colour, points, curve }, index) => {
    // A power law is a straight line here: two ends are all of it.
    const [from, to] = [points[0][0], points[points.length - 1][0]];
    const line = `M${x.at(from)} ${y.at(curve(from))}L${x.at(to)} ${y.at(curve(to))}`;
    const dots = points.map(
      ([px, py]) => `<circle cx="${x.at(px)}" cy="${y.at(py)}" r="4" fill="${colour}"/>`,
    );
    return `<path d="${line}" stroke="${colour}" stroke-width="1.5"/>
${dots.join('\n')}
<text x="${WIDTH - RIGHT - 8}" y="${TOP + 18 + 18 * index}" text-anchor="end" style="fill:${colour}">${label}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">
<style>text { fill: #888 }</style>
${[...grid, ...drawn].join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">${names.x}</text>
<text transform="translate(16 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${names.y}</text>
</svg>
`;
}

/** From values to places along one axis, which begins and ends at a power of ten. */
function axis(values, [start, end]) {
  const lowest = Math.floor(Math.log10(Math.min(...values)));
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(Math.max(...values))));
  const share = (value) => (Math.log10(value) - lowest) / (highest - lowest);
  return {
    at: (value) => Number((start + share(value) * (end - start)).toFixed(1)),
    powers: Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index),
  };
}

const powerOfTen = (power) => `10<tspan dy="-5" font-size="9">${power}</tspan>`;
