import { describe, expect, it } from "vitest";
import { levelOrder, levelSigns } from "../../reports/charts/level-signs.ts";
import { standOrder, standSigns } from "../../reports/charts/stand-signs.ts";
import { type Colour, colours, darkColours } from "../../reports/colours.ts";

type Rgb = [number, number, number];

const linear = (hex: string): Rgb =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;

/** Linear-light matrices of Machado, Oliveira & Fernandes 2009 (table 1, severity 1.0). */
const vision: Record<string, readonly Rgb[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const see = (hex: string, kind: string): Rgb => {
  const light = linear(hex);
  return (vision[kind] as Rgb[]).map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, at) => sum + weight * (light[at] as number), 0),
      ),
    ),
  ) as Rgb;
};

/** CIELAB under D65 from linear sRGB (IEC 61966-2-1, CIE 15). */
function toLab([red, green, blue]: Rgb): Rgb {
  const x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047;
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883;
  const f = (value: number) => (value > (6 / 29) ** 3 ? Math.cbrt(value) : value / (3 * (6 / 29) ** 2) + 4 / 29);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

/** CIE76: 2.3 is a difference that is just noticeable. */
const distance = (one: string, other: string, kind: string): number => {
  const [a, b] = [toLab(see(one, kind)), toLab(see(other, kind))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

const luminance = (hex: string): number => {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const pairsOf = <One>(list: readonly One[]): [One, One][] =>
  list.flatMap((one, at) => list.slice(at + 1).map((other): [One, One] => [one, other]));

describe("the measures of colour", () => {
  it("agree with known values", () => {
    // White on black is 21; CIELAB of sRGB red is 53.24, 80.09, 67.20 (CIE 15, as every colour library prints it).
    expect(contrast("#ffffff", "#000000")).toBeCloseTo(21, 6);
    const [lightness, a, b] = toLab(linear("#ff0000"));
    expect(lightness).toBeCloseTo(53.24, 1);
    expect(a).toBeCloseTo(80.09, 1);
    expect(b).toBeCloseTo(67.2, 1);
  });

  it("would notice a scale of red and green", () => {
    expect(distance("#c0392b", "#5a7d2a", "deuteranopia")).toBeLessThan(distance("#c0392b", "#5a7d2a", "normal") / 2);
  });
});

describe.each(Object.keys(vision))("labels with %s", (kind) => {
  const palettes: [string, Readonly<Record<Colour, string>>][] = [
    ["light", colours],
    ["dark", darkColours],
  ];

  it.each(palettes)("differ by fill or stroke on %s paper, by far more than is just noticeable", (_, palette) => {
    for (const [one, other] of pairsOf(levelOrder)) {
      const [first, second] = [levelSigns[one], levelSigns[other]];
      const fill = distance(palette[first.fill], palette[second.fill], kind);
      const stroke = distance(palette[first.stroke], palette[second.stroke], kind);
      expect({ one, other, apart: Math.max(fill, stroke) > 15 }).toEqual({ one, other, apart: true });
    }
  });

  it("keep favourable and unfavourable apart in the heat map", () => {
    expect(distance(standSigns.worse_clear.fill, standSigns.better_clear.fill, kind)).toBeGreaterThan(15);
    expect(distance(standSigns.worse_leaning.stroke, standSigns.better_leaning.stroke, kind)).toBeGreaterThan(15);
  });
});

describe("signs", () => {
  it("differ without any colour too: by shape, fill or size", () => {
    const looks = levelOrder.map((level) => `${levelSigns[level].shape} ${levelSigns[level].fill === "paper"}`);
    expect(new Set(looks).size).toBe(levelOrder.length);
    const stands = standOrder.map((stand) => {
      const { shape, fill, size } = standSigns[stand];
      return `${shape} ${fill === colours.paper} ${size}`;
    });
    expect(new Set(stands).size).toBe(standOrder.length);
  });

  it.each([
    ["light", colours],
    ["dark", darkColours],
  ] as const)("and texts have enough contrast on %s paper", (_, palette) => {
    for (const text of ["ink", "muted", "accent"] as const) {
      expect(contrast(palette[text], palette.paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette[text], palette.wash)).toBeGreaterThanOrEqual(4.5);
    }
    for (const sign of ["interval", "quiet", "accent", "accentSoft", "deep"] as const)
      expect(contrast(palette[sign], palette.paper)).toBeGreaterThanOrEqual(3);
    for (const bar of ["deep", "accent"] as const)
      expect(contrast(palette.onDeep, palette[bar])).toBeGreaterThanOrEqual(4.5);
  });

  it("have a value of their own for every colour, so that the style sheet can repaint charts", () => {
    expect(new Set(Object.values(colours)).size).toBe(Object.keys(colours).length);
  });
});
