// A bundle for any loader: as a module, it leaves its function on the window.
import 'jsqr';
import type decode from 'jsqr';

declare global {
  var jsQR: typeof decode;
}

/**
 * What a camera reads from a QR code as it stands on the screen: its own pixels, in the colours and the
 * size that the page gives it, on what lies around it.
 */
export async function scan(svg: SVGSVGElement, around: string): Promise<string | undefined> {
  const { width, height } = svg.getBoundingClientRect();
  const { backgroundColor, padding } = getComputedStyle(svg);
  const inset = Number.parseFloat(padding) || 0;
  const margin = 8;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width) + 2 * margin;
  canvas.height = Math.round(height) + 2 * margin;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = around;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = backgroundColor;
  pen.fillRect(margin, margin, Math.round(width), Math.round(height));
  const at = margin + inset;
  pen.drawImage(await picture(svg), at, at, width - 2 * inset, height - 2 * inset);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  // A camera that turns colours around may; not every one does.
  const found = jsQR(data, canvas.width, canvas.height, { inversionAttempts: 'dontInvert' });
  return found?.data;
}

/** The drawing by itself, with the colours that the page's sheets give it. */
async function picture(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const [shown] = svg.querySelectorAll('path');
  const [drawn] = copy.querySelectorAll('path');
  if (!shown || !drawn) throw new Error('nothing is drawn');
  for (const name of ['fill', 'stroke', 'shape-rendering'])
    drawn.setAttribute(name, getComputedStyle(shown).getPropertyValue(name));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
