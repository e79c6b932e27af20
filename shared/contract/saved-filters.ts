import * as z from 'zod';
import { id, line, requestId, revision } from './fields.ts';
import { InvoiceConditions } from './invoice-list.ts';
import { call } from './rpc.ts';

/** A filter of the list of invoices that a profile keeps under a name (E2). */
export const SavedFilter = z.strictObject({
  id,
  revision,
  name: line(60, { required: true }),
  conditions: InvoiceConditions,
  /** Applied when the list opens; at most one. */
  isDefault: z.boolean(),
});
export type SavedFilter = z.infer<typeof SavedFilter>;

const { name, isDefault } = SavedFilter.shape;

export const savedFilterCalls = {
  'savedFilters.list': call(
    'The filters that the active profile has saved, by name.',
    z.strictObject({}),
    z.strictObject({ filters: z.array(SavedFilter) }),
  ),
  'savedFilters.create': call(
    'Saves a filter under a name of its own.',
    z.strictObject({ requestId, name, conditions: InvoiceConditions, isDefault: isDefault.default(false) }),
    SavedFilter,
  ),
  'savedFilters.update': call(
    'Renames a saved filter, replaces its conditions or makes it the default; what is left out stays.',
    z.strictObject({
      id,
      expectedRevision: revision,
      name: name.optional(),
      conditions: InvoiceConditions.optional(),
      isDefault: isDefault.optional(),
    }),
    SavedFilter,
  ),
  'savedFilters.delete': call(
    'Deletes a saved filter.',
    z.strictObject({ id, expectedRevision: revision }),
    z.strictObject({ id }),
  ),
};
