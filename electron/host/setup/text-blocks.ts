import type { TextBlockInput } from '#shared/contract/text-blocks.ts';
import { plainToRichText } from '#shared/domain/rich-text.ts';

function forInvoices(code: string, name: string, text: string): TextBlockInput {
  return { code, name, documentTypes: ['invoice'], content: plainToRichText(text), forEmail: false };
}

/** "Textbausteine" of a new office: what most invoices say, and how placeholders are used. */
export const SHIPPED_TEXT_BLOCKS: readonly TextBlockInput[] = [
  forInvoices(
    'DE-EINL',
    'Einleitung mit Leistungszeitraum',
    'Sehr geehrte Damen und Herren,\n\nvielen Dank für Ihren Auftrag. Für unsere Leistungen im Zeitraum {servicePeriod} berechnen wir Ihnen:',
  ),
  forInvoices(
    'DE-EINL-PERS',
    'Einleitung, persönlich',
    'Guten Tag {contactName},\n\nvielen Dank für Ihr Vertrauen. Wir erlauben uns, Ihnen Folgendes zu berechnen:',
  ),
  forInvoices(
    'DE-ZAHLUNG',
    'Schluss mit Zahlungsziel',
    'Bitte überweisen Sie {grossAmount} bis zum {dueDate} und geben Sie dabei die Rechnungsnummer {invoiceNumber} an.\n\nMit freundlichen Grüßen\n{responsibleName}',
  ),
  forInvoices(
    'DE-SKONTO',
    'Schluss mit Skonto',
    'Bei Zahlung bis zum {skontoDate} gewähren wir {skontoPercent} Skonto. Danach bitten wir um Überweisung von {grossAmount} ohne Abzug bis zum {dueDate}.\n\nMit freundlichen Grüßen\n{responsibleName}',
  ),
  forInvoices(
    'EN-INTRO',
    'Einleitung auf Englisch',
    'Dear Sir or Madam,\n\nThank you for your order. For our services in the period {servicePeriod} we charge:',
  ),
  forInvoices(
    'EN-PAYMENT',
    'Schluss auf Englisch',
    'Please transfer {grossAmount} by {dueDate}, quoting the invoice number {invoiceNumber}.\n\nKind regards\n{responsibleName}',
  ),
];
