import { describe, expect, test } from 'vitest';
import type { FieldProblem } from '#shared/contract/errors.ts';
import { contract, type KontorContract } from '#shared/contract/index.ts';
import { describeCall } from '#shared/contract/rpc.ts';
import { accepted, openWatchedOffice } from './watched-office.ts';
import { mutationsOf, type Schema } from './mutations.ts';
import { prepareSamples } from './samples.ts';

const CALLS = Object.keys(contract) as (keyof KontorContract)[];

describe('every call', () => {
  test.each(CALLS)('%s refuses what is wrong in its shape, names the field and changes nothing', async (name) => {
    const office = await openWatchedOffice();
    const sample = (await prepareSamples(office.api))[name];
    const mutations = mutationsOf(describeCall(contract[name]).input as Schema, sample);
    const before = office.content();
    const wrong: unknown[] = [];
    for (const { what, field, input } of mutations) {
      const reply = await office.dispatch(name, input);
      const problems = reply.ok || !Array.isArray(reply.details) ? [] : (reply.details as FieldProblem[]);
      const named = problems.some((problem) => problem.field === field);
      if (reply.ok || reply.code !== 'invalid-input' || !named) wrong.push([what, field, reply]);
    }
    expect(wrong).toEqual([]);
    expect(mutations.length).toBeGreaterThan(7);
    expect(office.content()).toBe(before);
    expect(office.defects()).toEqual([]);
  });

  test.each(CALLS)('%s accepts its sample, so that the refusals above have but one reason', async (name) => {
    const office = await openWatchedOffice();
    const sample = (await prepareSamples(office.api))[name];
    await accepted(office, name, sample);
    expect(office.defects()).toEqual([]);
  });
});
