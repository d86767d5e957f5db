/**
 * An address as it is shown before a proof (rule METHOD-7): `ad•••••@g••••l.com`. The number of dots
 * never follows the length, and case tells nothing.
 */
export function maskEmail(address: string): string {
  const shownAs = address.toLowerCase();
  const at = shownAs.lastIndexOf('@');
  const local = [...shownAs.slice(0, at)];
  const domain = shownAs.slice(at + 1);
  const dot = domain.lastIndexOf('.');
  const name = [...(dot < 0 ? domain : domain.slice(0, dot))];
  const label = dot < 0 ? '' : domain.slice(dot);
  const shown = local.slice(0, local.length <= 3 ? 1 : 2).join('');
  return `${shown}•••••@${name[0] ?? ''}••••${name.at(-1) ?? ''}${label}`;
}

/** A number as it is shown before a proof (rule METHOD-7): `••• ••• ••12`, without country code. */
export const maskPhone = (number: string): string =>
  `••• ••• ••${number
    .replace(/\s*x.*$/i, '')
    .replace(/[^0-9]/g, '')
    .slice(-2)}`;
