// Generates values of input types, as literals, as JSON and as variables.
import {
  GraphQLNonNull, isEnumType, isInputObjectType, isListType, isNonNullType, print, valueFromASTUntyped,
} from 'graphql';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const INSTANT = /^\d{4}-\d\d-\d\d[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,7})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
// Every mutation only validates, so neither of these is generated.
const WRITES = ['validateOnly', 'idempotencyKey'];
const LARGEST = 2n ** 63n;

const isDay = (text) => DAY.test(text) && text >= '0001' && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);

// What each custom scalar accepts. JavaScript cannot represent the largest integers, so no case has them as JSON.
const scalars = {
  Date: (value) => typeof value === 'string' && isDay(value),
  DateTime: (value) => typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10)),
  YearMonth: (value) => typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) && value >= '0001',
  Long: (value) => Number.isInteger(value) && Math.abs(value) < Number(LARGEST),
};

const examples = {
  Int: [0, 1, 2, -3, 100, 2147483647, -2147483648],
  Float: [0, 1, -2, 1.5, -0.25, 1e21, 1e-7, 12345.678],
  Long: [0, 1, -1, 4294967296, 9007199254740991],
  String: ['', 'Reno', 'a "quoted" \\ text', 'two\nlines', '😀 é \u00a0', "O'Brien", 'x'.repeat(70)],
  Boolean: [true, false],
  Date: ['1998-04-21', '1998-11-16', '0001-01-01', '9999-12-31', '2000-02-29'],
  DateTime: [
    '1998-11-15T16:14:00-05:00',
    '1998-11-15T21:14:00Z',
    '1998-11-15t21:14:00.1234567z',
    '1998-01-01T00:00:00+14:30',
  ],
  YearMonth: ['1998-04', '1998-12', '0001-01', '9999-12'],
};

// Values that do not fit in most places.
export const ODD = [
  'null', 'true', '5', '-0', '1.5', '2.0', '1e2', '2147483648', '123456789012345678901234567890', '"text"', '""',
  '"""block\n  text"""', 'NAME', '[]', '{}', '[1]', '[null]', '[[1]]', '{ a: 1 }', '"1998-2-3"', '"1999-13"',
  '"1998-02-30"', '"1998-11-15T16:14:00"', '"1998-11-15T24:00:00Z"', '"\\u{1F600}"', '"\\uD83D\\uDE00"',
];

export const ODD_JSON = [
  'null', 'true', '5', '-0', '1.5', '2.0', '1e2', '1E+2', '120e-1', '2147483648', '2147483648.0', '1e300', '"text"',
  '""', '[]', '{}', '[1]', '[null]', '[[1]]', '{"a":1}', '"1998-2-3"', '"1999-13"', '"1998-02-30"',
  '"1998-11-15T16:14:00"', '"1998-11-15T16:14:00+24:00"', '"EMAIL"', '"ASC"',
];

export function supplyScalars(schema) {
  for (const [name, fits] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (!type) continue;
    type.parseValue = (value) => {
      if (!fits(value)) throw new Error(`no ${name}`);
      return value;
    };
    type.parseLiteral = (node) => {
      const kind = name === 'Long' ? 'IntValue' : 'StringValue';
      const large =
        name === 'Long' && node.kind === kind && (BigInt(node.value) >= LARGEST || BigInt(node.value) < -LARGEST);
      return node.kind !== kind || large ? type.parseValue(undefined) : type.parseValue(valueFromASTUntyped(node));
    };
  }
}

// Whether a value of a leaf field is valid.
export function isLeaf(type, value) {
  if (isEnumType(type)) return type.getValue(value) !== undefined;
  switch (type.name) {
    case 'Int':
      return Number.isInteger(value) && Math.abs(value) < 2 ** 31;
    case 'Float':
      return typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'String':
    case 'ID':
      return typeof value === 'string';
    default:
      return scalars[type.name](value);
  }
}

export class Values {
  constructor(random, ids) {
    this.random = random;
    this.ids = ids;
    this.variables = new Map();
  }

  // A literal that may contain variables. Where there is a default, a nullable variable may be used.
  literal(type, depth = 2, hasDefault = false) {
    if (this.random.chance(0.25)) return this.variable(type, hasDefault);
    if (isNonNullType(type)) return this.bare(type.ofType, depth);
    return this.takesNull(type) && this.random.chance(0.05) ? 'null' : this.bare(type, depth);
  }

  variable(type, hasDefault) {
    const name = `v${this.variables.size}`;
    const given = this.json(type, 2);
    const [isRequired, inner] = [isNonNullType(type), isNonNullType(type) ? type.ofType : type];
    const takesMore = isRequired && (hasDefault || this.random.chance(0.3));
    const asksMore = !isRequired && given !== null && this.random.chance(0.3);
    const declared = takesMore ? inner : asksMore ? new GraphQLNonNull(type) : type;
    const fallback = (takesMore && !hasDefault) || this.random.chance(0.15) ? ` = ${this.constant(inner)}` : '';
    this.variables.set(name, { definition: `$${name}: ${declared}${fallback}`, value: given });
    return `$${name}`;
  }

  // A literal without variables.
  constant(type) {
    const kept = this.variables;
    for (;;) {
      this.variables = new Map();
      const text = this.bare(type, 1);
      const isConstant = this.variables.size === 0;
      this.variables = kept;
      if (isConstant) return text;
    }
  }

  bare(type, depth) {
    if (isListType(type))
      return `[${Array.from({ length: this.random.below(3) }, () => this.literal(type.ofType, depth)).join(', ')}]`;
    if (isInputObjectType(type)) {
      const fields = this.fields(type, depth).map((field) => {
        const isOnly = type.isOneOf;
        const fieldType = isOnly ? new GraphQLNonNull(field.type) : field.type;
        const value = isOnly
          ? this.oneOf(fieldType, depth - 1)
          : this.literal(fieldType, depth - 1, field.defaultValue !== undefined);
        return `${field.name}: ${value}`;
      });
      if (type.getFields().validateOnly) fields.push('validateOnly: true');
      return `{ ${fields.join(', ')} }`;
    }

    const value = this.leaf(type);
    return isEnumType(type)
      ? value
      : this.random.chance(0.1) && typeof value === 'string' && !/["\\]/.test(value)
        ? `"""${value}"""`
        : print(astOf(value));
  }

  // The field of a OneOf object takes no nullable variable, even with a default.
  oneOf(type, depth) {
    if (!this.random.chance(0.25)) return this.bare(type.ofType, depth);
    const name = `v${this.variables.size}`;
    this.variables.set(name, { definition: `$${name}: ${type}`, value: this.json(type, 1) });
    return `$${name}`;
  }

  json(type, depth) {
    if (isNonNullType(type)) return this.jsonOf(type.ofType, depth);
    return this.takesNull(type) && this.random.chance(0.05) ? null : this.jsonOf(type, depth);
  }

  jsonOf(type, depth) {
    if (isListType(type)) {
      if (this.random.chance(0.1))
        return this.json(new GraphQLNonNull(isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType), depth);
      return Array.from({ length: this.random.below(3) }, () => this.json(type.ofType, depth));
    }
    if (!isInputObjectType(type)) return this.leaf(type);
    const given = Object.fromEntries(
      this.fields(type, depth).map((field) => [
        field.name,
        this.json(type.isOneOf ? new GraphQLNonNull(field.type) : field.type, depth - 1),
      ]),
    );
    return type.getFields().validateOnly ? { ...given, validateOnly: true } : given;
  }

  fields(type, depth) {
    const all = Object.values(type.getFields()).filter((field) => !WRITES.includes(field.name));
    if (type.isOneOf) return [this.random.one(all)];
    const required = all.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    const others = all.filter((field) => !required.includes(field) && (depth > 0 || !isDeep(field.type)));
    return [...required, ...this.random.some(others, this.random.below(3))];
  }

  leaf(type) {
    if (isEnumType(type)) return this.random.one(type.getValues()).name;
    return this.random.one(type.name === 'ID' ? this.ids : examples[type.name]);
  }

  // In conditions null has a special meaning or is refused.
  takesNull(type) {
    return !/Filter|Operation/.test(String(type));
  }
}

function isDeep(type) {
  const inner = isNonNullType(type) ? type.ofType : type;
  return isListType(inner) ? isDeep(inner.ofType) : isInputObjectType(inner);
}

function astOf(value) {
  if (typeof value === 'boolean') return { kind: 'BooleanValue', value };
  if (typeof value === 'string') return { kind: 'StringValue', value };
  return { kind: Number.isInteger(value) && Math.abs(value) < 1e21 ? 'IntValue' : 'FloatValue', value: String(value) };
}
