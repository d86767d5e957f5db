const parse = (url: string | undefined): URL | undefined =>
  url !== undefined && URL.canParse(url, document.baseURI)
    ? new URL(url, document.baseURI)
    : undefined;

/** A backend's link, if it is one that a person may follow: `http:`, `https:` or `mailto:`. */
export const safeLink = (url: string | undefined): string | undefined =>
  /^(https?|mailto):$/.test(parse(url)?.protocol ?? '') ? url : undefined;

/** A backend's image, if it can do no harm: `https:`, the page's own origin, or an image as data. */
export const safeImage = (url: string | undefined): string | undefined => {
  const parsed = parse(url);
  return parsed?.protocol === 'https:' ||
    parsed?.origin === location.origin ||
    /^data:image\//.test(parsed?.href ?? '')
    ? url
    : undefined;
};
