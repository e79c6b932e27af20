/** JSON Schema as `describeCall` writes it, as far as it is needed here. */
export interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  const?: unknown;
  enum?: unknown[];
}

/** A sound input with one thing wrong, and the field that a refusal must name. */
export interface Mutation {
  what: string;
  field: string;
  input: unknown;
}

const WRONG_VALUES: [type: string, value: unknown][] = [
  ['null', null],
  ['string', 'Möwe'],
  ['number', 7.25],
  ['integer', 7],
  ['boolean', true],
  ['array', []],
  ['object', {}],
];

/** Everything that can be wrong with the shape of an input, field by field: types, missing fields, unknown fields. */
export function mutationsOf(schema: Schema, sample: unknown): Mutation[] {
  return [
    ...WRONG_VALUES.filter(([type]) => type !== 'object').map(([type, input]) => ({
      what: `${type} as input`,
      field: '',
      input,
    })),
    { what: 'nothing as input', field: '', input: undefined },
    ...at([], [schema], sample, sample),
  ];
}

export type Path = (string | number)[];

function at(path: Path, schemas: Schema[], value: unknown, sample: unknown): Mutation[] {
  const branches = branchesFor(schemas, value);
  const own = path.length === 0 ? [] : wrongTypes(path, schemas.flatMap(flat), sample);
  if (Array.isArray(value)) {
    const items = branches.flatMap((branch) => branch.items ?? []);
    return [...own, ...value.flatMap((item, index) => at([...path, index], items, item, sample))];
  }
  if (typeof value !== 'object' || value === null) return own;
  const required = new Set(branches.flatMap((branch) => branch.required ?? []));
  const fields = Object.entries(value);
  return [
    ...own,
    { what: 'unknown field', field: [...path, 'surplus'].join('.'), input: changed(sample, [...path, 'surplus'], 1) },
    ...fields
      .filter(([name]) => required.has(name))
      .map(([name]) => ({
        what: 'missing',
        field: [...path, name].join('.'),
        input: changed(sample, [...path, name]),
      })),
    ...fields.flatMap(([name, inner]) =>
      at(
        [...path, name],
        branches.flatMap((branch) => branch.properties?.[name] ?? []),
        inner,
        sample,
      ),
    ),
  ];
}

function wrongTypes(path: Path, schemas: Schema[], sample: unknown): Mutation[] {
  // A schema that says nothing takes everything: free JSON.
  if (schemas.some((schema) => Object.keys(schema).length === 0)) return [];
  const allowed = new Set(schemas.flatMap(typesOf));
  if (allowed.has('number')) allowed.add('integer');
  const closed = schemas.every((schema) => schema.const !== undefined || schema.enum !== undefined);
  return WRONG_VALUES.filter(([type]) => closed || !allowed.has(type)).map(([type, wrong]) => ({
    ...{ what: `${type} instead`, field: path.join('.'), input: changed(sample, path, wrong) },
  }));
}

function typesOf({ type, const: only, enum: several }: Schema): string[] {
  if (type !== undefined) return [type].flat();
  return [only, several].flat().map((value) => typeof value);
}

function flat(schema: Schema): Schema[] {
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return inner.length === 0 ? [schema] : inner.flatMap(flat);
}

/** The branches of a union that this value belongs to: those whose fixed fields it has. */
function branchesFor(schemas: Schema[], value: unknown): Schema[] {
  return schemas.flatMap(flat).filter(({ properties = {}, type }) => {
    if (typeof value !== 'object' || value === null) return true;
    if (type !== (Array.isArray(value) ? 'array' : 'object')) return false;
    return Object.entries(properties).every(
      ([name, { const: only }]) => only === undefined || (value as Record<string, unknown>)[name] === only,
    );
  });
}

/** A copy with one value changed, or left out when there is none. */
export function changed(value: unknown, [first, ...rest]: Path, replacement?: unknown): unknown {
  if (first === undefined) return replacement;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  if (rest.length === 0 && replacement === undefined) delete copy[first];
  else copy[first] = changed(copy[first], rest, replacement);
  return copy;
}
