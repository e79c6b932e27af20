import type { Sentence } from './sentence.ts';

/** Why a picture cannot be the logo, and what to do. */
export const PICTURE_RULES = {
  'picture-format': {
    de: 'Bitte wählen Sie ein Bild im Format PNG oder JPEG. Diese Datei ist keines von beiden.',
    en: 'Please choose a picture in the format PNG or JPEG. This file is neither.',
  },
  'picture-svg': {
    de: 'Bitte speichern Sie das Logo als PNG, am besten 1.500 Pixel breit. SVG lässt sich nicht drucken.',
    en: 'Please save the logo as PNG, at best 1,500 pixels wide. SVG cannot be printed.',
  },
  'picture-damaged': {
    de: 'Bitte speichern Sie das Bild neu oder wählen Sie ein anderes. Diese Datei ist beschädigt.',
    en: 'Please save the picture again or choose another one. This file is damaged.',
  },
  'picture-too-large': {
    de: 'Bitte verkleinern Sie das Bild auf höchstens {maximum} Pixel je Seite. Es hat {width} × {height} Pixel.',
    en: 'Please reduce the picture to at most {maximum} pixels per side. It has {width} × {height} pixels.',
  },
  'picture-cmyk': {
    de: 'Bitte speichern Sie das Bild mit RGB-Farben. Seine Farben sind für die Druckerei gemacht (CMYK).',
    en: 'Please save the picture with RGB colours. Its colours are made for a printing house (CMYK).',
  },
  'picture-jpeg-kind': {
    de: 'Bitte speichern Sie das Bild als gewöhnliches JPEG oder als PNG. Diese Art von JPEG lässt sich nicht drucken.',
    en: 'Please save the picture as ordinary JPEG or as PNG. This kind of JPEG cannot be printed.',
  },
} as const satisfies Record<string, Sentence>;
