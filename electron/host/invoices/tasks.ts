import type { InvoiceTasks } from '#shared/contract/invoice-list.ts';
import type { IsoDate } from '#shared/domain/amounts.ts';
import type { Reader } from '../store/open.ts';

/** How many of a kind are named; the rest is in the count. */
const SHOWN = 20;

interface Task {
  /** What makes an invoice (`i`) a task; each part has an index. */
  condition: string;
  /** The amount it is about, in cents. */
  amount: string;
  order: string;
  /** Given to each `?` of the condition. */
  value?: IsoDate;
}

function definitions(today: IsoDate): Record<InvoiceTasks['tasks'][number]['kind'], Task> {
  const open = 'i.gross - i.paid';
  return {
    // D24: until the Stornorechnung is "Verrechnet".
    refund: {
      condition: "i.status = 'not-settled'",
      amount: '(SELECT paid FROM invoice AS cancelled WHERE cancelled.id = i.preceding_invoice_id)',
      order: 'i.issue_date, i.id',
    },
    overdue: {
      condition: "i.status IN ('final', 'sent') AND i.due_date < ? AND i.gross > 0",
      amount: open,
      order: 'i.due_date, i.id',
      value: today,
    },
    disputed: {
      condition: "i.status IN ('final', 'sent') AND i.dispute IS NOT NULL",
      amount: open,
      order: 'i.issue_date, i.id',
    },
    'change-requested': {
      condition: "i.status = 'draft' AND i.change_request IS NOT NULL",
      amount: 'i.gross',
      order: 'i.issue_date, i.id',
    },
    'not-sent': { condition: "i.status = 'final'", amount: 'i.gross', order: 'i.issue_date, i.id' },
  };
}

/** What waits to be done with invoices, oldest first: the open tasks of "Übersicht" (B2.13, D24). */
export async function listTasks(reader: Pick<Reader, 'query'>, today: IsoDate): Promise<InvoiceTasks> {
  const tasks: InvoiceTasks['tasks'] = [];
  for (const [kind, { condition, amount, order, value }] of Object.entries(definitions(today))) {
    const values = value === undefined ? [] : [value];
    const [counted] = await reader.query<{ count: number }[]>(
      `SELECT count(*) AS count FROM invoice AS i WHERE ${condition}`,
      values,
    );
    const invoices = await reader.query<InvoiceTasks['tasks'][number]['invoices']>(
      `SELECT i.id, i.number, i.title, i.buyer_name AS customerName, i.issue_date AS issueDate, i.due_date AS dueDate,
         ${amount} AS amount, i.currency FROM invoice AS i WHERE ${condition} ORDER BY ${order} LIMIT ${SHOWN}`,
      values,
    );
    tasks.push({ kind: kind as InvoiceTasks['tasks'][number]['kind'], count: counted?.count ?? 0, invoices });
  }
  return { tasks };
}
