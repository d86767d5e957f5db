/** Whether a click is on the page's own link or button of that id, and only that: with a modifier key a link stays a link. */
export function isOpening(event: Event, id: string): boolean {
  if (!id || event.defaultPrevented || !(event instanceof MouseEvent)) return false;
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return false;
  return event.composedPath().some((node) => node instanceof Element && node.id === id);
}
