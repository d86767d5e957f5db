/** Red, green, blue and alpha as they are painted, whatever notation the style has. */
export function painted(color: string): readonly [number, number, number, number] {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha];
}

/** What is seen of a colour on top of another that lets nothing through. */
function over(color: string, ground: string): readonly [number, number, number] {
  const [red, green, blue, alpha] = painted(color);
  const [r, g, b] = painted(ground);
  const mixed = (top: number, under: number) => (top * alpha + under * (255 - alpha)) / 255;
  return [mixed(red, r), mixed(green, g), mixed(blue, b)];
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: readonly [number, number, number]): number {
  const linear = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [r = 0, g = 0, b = 0] = linear;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio, 1 to 21, of a colour on an opaque one. */
export function contrast(color: string, ground: string): number {
  const both = [luminance(over(color, ground)), luminance(over(ground, ground))];
  const [dark = 0, light = 0] = both.sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const parentOf = (element: Element): Element | null => {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
};

/** The first opaque colour behind an element, that of its own background included where asked. */
export function backdropOf(element: Element, { own = true } = {}): string {
  for (let at: Element | null = own ? element : parentOf(element); at; at = parentOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (painted(backgroundColor)[3] === 255) return backgroundColor;
  }
  return 'Canvas';
}
