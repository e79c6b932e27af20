import { describe, expect, test } from 'vitest';
import type { FieldProblem } from '#shared/contract/errors.ts';
import { officeContract, type OfficeContract } from '#shared/contract/index.ts';
import { describeCall } from '#shared/contract/describe.ts';
import { accepted, openWatchedOffice } from './watched-office.ts';
import { mutationsOf } from './mutations.ts';
import { prepareSamples } from './samples.ts';

const CALLS = Object.keys(officeContract) as (keyof OfficeContract)[];

describe('every call', () => {
  test('refuses what is wrong in its shape, names the field and changes nothing', async () => {
    const office = await openWatchedOffice();
    const samples = await prepareSamples(office.api);
    const before = office.content();
    for (const name of CALLS) {
      const mutations = mutationsOf(describeCall(officeContract[name]).input, samples[name]);
      expect(mutations.length).toBeGreaterThan(7);
      const wrong: unknown[] = [];
      for (const { what, field, input } of mutations) {
        const reply = await office.dispatch(name, input);
        const problems = reply.ok || !Array.isArray(reply.details) ? [] : (reply.details as FieldProblem[]);
        const named = problems.some((problem) => problem.field === field);
        if (reply.ok || reply.code !== 'invalid-input' || !named) wrong.push([what, field, reply]);
      }
      expect([name, wrong]).toEqual([name, []]);
      expect([name, office.content()]).toEqual([name, before]);
    }
    expect(office.defects()).toEqual([]);
  });

  test('accepts its sample, so that the refusals have but one reason', async () => {
    const office = await openWatchedOffice();
    let unsettledId: number | undefined;
    for (const name of CALLS) {
      // Afresh each time: the samples of one office do not wait for each other's changes.
      const samples = await prepareSamples(office.api, unsettledId === undefined ? {} : { unsettledId });
      unsettledId ??= samples['invoices.settle'].id;
      await accepted(office, name, samples[name]);
    }
    expect(office.defects()).toEqual([]);
  });
});
