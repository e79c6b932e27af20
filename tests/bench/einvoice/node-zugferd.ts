import { zugferd } from 'node-zugferd';
import { EN16931 } from 'node-zugferd/profile/en16931';
import { formatCents, formatPercent, formatQuantity, formatUnitPrice } from '#shared/domain/decimal.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { toEInvoice } from '../../../electron/host/output/einvoice/from-document.ts';
import type { Address, EInvoice, InvoiceLine } from '../../../electron/host/output/einvoice/model.ts';

const invoicer = zugferd({ profile: EN16931, strict: false, logger: { disabled: true } });
type PeerInput = Parameters<typeof invoicer.create>[0];

/** The same invoice in the peer's own words; it writes CII, in which it is at home. */
export function peerInput(document: InvoiceDocument): PeerInput {
  const invoice = toEInvoice(document);
  const { seller, buyer, payment, totals, invoicingPeriod } = invoice;
  const input = {
    businessProcessType: invoice.businessProcess,
    number: invoice.number,
    typeCode: invoice.typeCode,
    issueDate: new Date(invoice.issueDate),
    includedNote: invoice.notes.map((content) => ({ content })),
    transaction: {
      line: invoice.lines.map(peerLine),
      tradeAgreement: {
        buyerReference: invoice.buyerReference,
        seller: {
          name: seller.name,
          description: seller.legalInformation,
          postalAddress: peerAddress(seller.address),
          electronicAddress: electronicAddress(seller),
          taxRegistration: { vatIdentifier: seller.vatId, localIdentifier: seller.taxNumber },
          tradeContact: {
            name: seller.contact.name,
            phoneNumber: seller.contact.phone,
            emailAddress: seller.contact.email,
          },
        },
        buyer: {
          name: buyer.name,
          identifier: buyer.identifier,
          postalAddress: peerAddress(buyer.address),
          electronicAddress: electronicAddress(buyer),
        },
      },
      tradeDelivery: { information: { deliveryDate: new Date(invoice.delivery?.date ?? invoice.issueDate) } },
      tradeSettlement: {
        currencyCode: invoice.currency,
        remittanceInformation: payment.remittanceInformation,
        invoicingPeriod: {
          startDate: new Date(invoicingPeriod?.start ?? invoice.issueDate),
          endDate: new Date(invoicingPeriod?.end ?? invoice.issueDate),
        },
        paymentInstruction: {
          typeCode: payment.meansCode,
          transfers: [{ paymentAccountIdentifier: payment.account, accountName: payment.accountName }],
          sellerBankInformation: { serviceProviderIdentifier: payment.bic },
        },
        paymentTerms: { description: invoice.paymentTerms, dueDate: new Date(invoice.dueDate ?? invoice.issueDate) },
        vatBreakdown: invoice.vatBreakdown.map(({ taxable, vat, category, percent }) => ({
          calculatedAmount: formatCents(vat),
          typeCode: 'VAT',
          basisAmount: formatCents(taxable),
          categoryCode: category,
          rateApplicablePercent: formatPercent(percent),
        })),
        monetarySummation: {
          lineTotalAmount: formatCents(totals.lineNet),
          taxBasisTotalAmount: formatCents(totals.net),
          taxTotal: { amount: formatCents(totals.vat), currencyCode: invoice.currency },
          grandTotalAmount: formatCents(totals.gross),
          duePayableAmount: formatCents(totals.payable),
        },
      },
    },
  };
  return input as PeerInput;
}

function peerLine(line: InvoiceLine) {
  return {
    identifier: line.id,
    tradeProduct: { name: line.name, description: line.description },
    tradeAgreement: { netTradePrice: { chargeAmount: formatUnitPrice(line.price) } },
    tradeDelivery: { billedQuantity: { amount: formatQuantity(line.quantity), unitMeasureCode: line.unitCode } },
    tradeSettlement: {
      tradeTax: {
        typeCode: 'VAT',
        categoryCode: line.category,
        rateApplicablePercent: formatPercent(line.percent ?? 0),
      },
      monetarySummation: { lineTotalAmount: formatCents(line.net) },
    },
  };
}

function peerAddress({ street, addition, postCode, city, country }: Address) {
  return {
    line1: street,
    ...(addition !== '' && { line2: addition }),
    postCode,
    city,
    countryCode: country,
  };
}

function electronicAddress({ electronicAddress: address }: EInvoice['seller'] | EInvoice['buyer']) {
  return { value: address?.value ?? '', schemeIdentifier: address?.scheme ?? 'EM' };
}

/** The peer's work: write the CII file. */
export async function peerXml(input: PeerInput): Promise<string> {
  return await invoicer.create(input).toXML();
}
