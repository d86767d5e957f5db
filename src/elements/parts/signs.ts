/** The signs above the heading of an end, as outlines like `icons`. */

export const check = 'M20 6 9 17l-5-5';

/** Help is at hand. */
export const lifeBuoy =
  'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0zM4.93 4.93l4.24 4.24M14.83 9.17l4.24-4.24M14.83 14.83l4.24 4.24M9.17 14.83l-4.24 4.24M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0z';

/** Kept safe for a while. */
export const shield =
  'M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1zM12 8v4M12 16h.01';

/** The time is over. */
export const timerOff =
  'M10 2h4M4.6 11a8 8 0 0 0 1.7 8.7 8 8 0 0 0 8.7 1.7M7.4 7.4a8 8 0 0 1 10.3 1 8 8 0 0 1 .9 10.2M2 2l20 20M12 12v-2';
