/** A logo has at most so many megabytes (of 1024 x 1024 bytes). */
export const LARGEST_LOGO = 5;
