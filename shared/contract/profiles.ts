import * as z from 'zod';
import { isEmail, isPhone } from '#shared/domain/identifiers.ts';
import { call } from './rpc.ts';
import { checked, id, line, revision } from './fields.ts';

/** A person who works with Kontor: contact on documents (D20) and the "who" of journal and stale. */
export const ProfileFields = z.strictObject({
  name: line(100, { required: true }),
  phone: checked(40, 'phone', isPhone),
  email: checked(254, 'email', isEmail),
});
export const Profile = ProfileFields.extend({ id, revision });
export type Profile = z.infer<typeof Profile>;
export type ProfileFields = z.infer<typeof ProfileFields>;

export const profileCalls = {
  'profiles.list': call(
    'The user profiles of this office; the active one is marked.',
    z.strictObject({}),
    z.strictObject({ profiles: z.array(Profile), activeId: id }),
  ),
  'profiles.update': call(
    'Replaces fields of one user profile; fields that are left out stay.',
    ProfileFields.partial().extend({ id, expectedRevision: revision }),
    Profile,
  ),
};
