/** Points per millimetre. */
export const MILLIMETRE = 72 / 25.4;

const mm = (millimetres: number): number => millimetres * MILLIMETRE;

/** Measures of a letter on A4 by DIN 5008:2020 form B (F6.5), in points from the upper left corner. */
export const A4 = { width: 595.28, height: 841.89 } as const;

export const MARGIN = { left: mm(25), right: A4.width - mm(20) } as const;
export const TEXT_WIDTH = MARGIN.right - MARGIN.left;

/** The window shows the whole field; text begins 5 mm inside of it. The lower zone is for the address itself. */
export const ADDRESS_FIELD = {
  left: mm(20),
  top: mm(45),
  width: mm(85),
  height: mm(45),
  textLeft: mm(25),
  textWidth: mm(80),
  addressTop: mm(45 + 17.7),
  addressHeight: mm(27.3),
} as const;

export const INFORMATION_BLOCK = { left: mm(125), top: mm(50), widestLabel: mm(32) } as const;

/** Earliest place of the subject line: two rows below the address field. */
export const SUBJECT_TOP = mm(98.5);

export const LETTERHEAD = { top: mm(16), width: mm(120) } as const;

/** The logo stands upper right, above the information block; never larger than 96 pixels per inch make it. */
export const LOGO = { top: mm(14), width: mm(65), height: mm(25), gap: mm(8), pixel: 72 / 96 } as const;

/** Fold marks and hole mark: distance from the upper edge. */
export const FOLD_MARKS = [mm(105), mm(210)] as const;
export const HOLE_MARK = mm(148.5);
export const MARK = { left: mm(5), foldLength: mm(4), holeLength: mm(6) } as const;

export const FOLLOWING_PAGE = { headBaseline: mm(17), contentTop: mm(24) } as const;

/** Lower edge of the footer. */
export const FOOTER_BOTTOM = A4.height - mm(9);
