/** Milliseconds in which what a link does has begun. */
const linkTakes = 500;

/** Whether a link leads to a place in this page, or opens a program beside it. */
function staysHere({ protocol, href, hash }: HTMLAnchorElement): boolean {
  if (!/^https?:$/.test(protocol)) return true;
  return href.includes('#') && href === `${location.href.split('#')[0]}${hash || '#'}`;
}

/**
 * Knows of links that leave the page where it is. Browsers make no difference: a link to a mail program
 * asks as if the page were left, one to where the page is already is heard like its back button.
 */
export class StayingLinks {
  /** When one was pressed, by the clock of events. */
  #pressedAt = Number.NEGATIVE_INFINITY;

  constructor(signal: AbortSignal) {
    addEventListener('click', this.#onClick, { capture: true, signal });
  }

  /** Whether an event comes of such a link, as far as can be told: soon after it was pressed. */
  caused({ timeStamp }: Event): boolean {
    return timeStamp - this.#pressedAt < linkTakes;
  }

  readonly #onClick = (event: Event): void => {
    const [pressed] = event.composedPath();
    const link = pressed instanceof Element && pressed.closest('a[href], [data-opens-program]');
    if (link && (!(link instanceof HTMLAnchorElement) || staysHere(link)))
      this.#pressedAt = event.timeStamp;
  };
}
