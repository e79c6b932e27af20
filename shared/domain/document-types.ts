/** "Dokumenttypen" that a Textbaustein is offered for: Angebot, Auftrag, Rechnung (E3). */
export const DOCUMENT_TYPES = ['offer', 'order', 'invoice'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];
