/** One line of a figure; x and y are positive, for both axes are logarithmic. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

export interface Figure {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly lines: readonly Line[];
}

/** Growth as SVG, readable on light and dark ground. The same figure is the same text. */
export function curve({ title, x, y, lines }: Figure): string {
  const points = lines.flatMap((line) => line.points);
  const [left, right] = decades(points.map(([value]) => value));
  const [bottom, top] = decades(points.map(([, value]) => value));
  const px = (value: number) => BOX.left + ((Math.log10(value) - left) / (right - left)) * BOX.width;
  const py = (value: number) => BOX.top + ((top - Math.log10(value)) / (top - bottom)) * BOX.height;
  const grid = [
    ...range(left, right).flatMap((decade) => [
      `<path class="grid" d="M${f(px(10 ** decade))} ${BOX.top}V${BOX.top + BOX.height}"/>`,
      text(px(10 ** decade), BOX.top + BOX.height + 18, short(10 ** decade), 'middle'),
    ]),
    ...range(bottom, top).flatMap((decade) => [
      `<path class="grid" d="M${BOX.left} ${f(py(10 ** decade))}H${BOX.left + BOX.width}"/>`,
      text(BOX.left - 8, py(10 ** decade) + 4, short(10 ** decade), 'end'),
    ]),
  ];
  const drawn = lines.flatMap(({ name, points: own }, index) => {
    const colour = COLOURS[index % COLOURS.length]!;
    const way = own.map(([a, b], at) => `${at === 0 ? 'M' : 'L'}${f(px(a))} ${f(py(b))}`).join('');
    const dots = own.map(([a, b]) => `<circle cx="${f(px(a))}" cy="${f(py(b))}" r="3" fill="${colour}"/>`);
    const legend = BOX.top + 16 + index * 18;
    return [
      `<path d="${way}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...dots,
      `<path d="M${LEGEND} ${legend - 4}h18" stroke="${colour}" stroke-width="3"/>`,
      text(LEGEND + 24, legend, name, 'start'),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 380" role="img" aria-label="${escapeXml(title)}">`,
    STYLE,
    text(BOX.left, 22, title, 'start', 'title'),
    ...grid,
    text(BOX.left + BOX.width / 2, 372, x, 'middle'),
    text(BOX.left, 42, y, 'start'),
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

const BOX = { left: 70, top: 54, width: 520, height: 280 };
const LEGEND = BOX.left + BOX.width + 20;

// Dark enough on white, and light enough on black.
const COLOURS = ['#2f81f7', '#d1690e', '#2da44e', '#bf4b8a', '#8957e5', '#8b949e'];

const STYLE = `<style>
text { font: 13px sans-serif; fill: #24292f }
.title { font-weight: bold; font-size: 15px }
.grid { stroke: #8b949e; stroke-opacity: .35 }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }
</style>`;

function decades(values: readonly number[]): readonly [number, number] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function text(x: number, y: number, content: string, anchor: string, kind = ''): string {
  const named = kind === '' ? '' : ` class="${kind}"`;
  return `<text${named} x="${f(x)}" y="${f(y)}" text-anchor="${anchor}">${escapeXml(content)}</text>`;
}

function short(value: number): string {
  return value >= 1 ? String(value) : value.toFixed(Math.ceil(-Math.log10(value)));
}

function f(value: number): string {
  return value.toFixed(1);
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
