// Generates random valid documents with fields, arguments, fragments, aliases, directives and variables.
import {
  getNamedType, isAbstractType, isCompositeType, isLeafType, isNonNullType, SchemaMetaFieldDef, TypeMetaFieldDef,
} from 'graphql';
import { Values } from './values.mjs';

// Arguments that exclude each other, or need a value from an earlier answer.
const LEFT_OUT = ['last', 'after', 'before'];

const DESCRIPTIONS = ['"What is asked."', '""', '"""\nWhat "is" asked.\n"""', '# of it\n"$a: \\"x\\" \\u{41}"'];

export function generate(schema, random, ids) {
  const values = new Values(random, ids);
  const fragments = [];
  let names = 0;

  const kind = random.one(['query', 'query', 'query', 'query', 'mutation', 'subscription']);
  const root = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[kind];
  const body = kind === 'subscription' ? subscribed() : selection(root, 2 + random.below(4));
  const definitions = [...values.variables.values()].map((variable) => described(variable.definition)).join(', ');
  const hasHead = definitions || kind !== 'query' || random.chance(0.5);
  const head = () => `${described(kind)} ${random.chance(0.5) ? 'Q' : ''}${definitions && `(${definitions})`} `;
  const operation = `${hasHead ? head() : ''}${body}`;
  return {
    kind,
    query: random.some([operation, ...fragments], fragments.length + 1).join('\n'),
    variables: Object.fromEntries([...values.variables].map(([name, { value }]) => [name, value])),
  };

  function described(definition) {
    return random.chance(0.1) ? `${random.one(DESCRIPTIONS)} ${definition}` : definition;
  }

  function subscribed() {
    const definition = random.one(Object.values(root.getFields()));
    const field = () => `${definition.name} ${selection(getNamedType(definition.type), 2)}`;
    return random.chance(0.5)
      ? `{ ${fieldOf(definition, 3, '')} }`
      : `{ ${field()} ... on ${root.name} { ${field()} } }`;
  }

  function selection(type, depth) {
    const parts = Array.from({ length: 1 + random.below(3) }, () => part(type, depth));
    // The concrete type decides which other fields to expect.
    if (isAbstractType(type)) parts.unshift('__typename');
    return `{ ${parts.join(' ')} }`;
  }

  function part(type, depth) {
    if (random.chance(0.12))
      return `...${random.chance(0.5) ? ` on ${type.name}` : ''} ${directives()}${selection(type, depth)}`;
    if (random.chance(0.12)) return spread(type, depth);
    if (!isAbstractType(type) || random.chance(0.3)) return field(type, depth);
    const possible = random.one(schema.getPossibleTypes(type));
    return `... on ${possible.name} ${directives()}${selection(possible, depth)}`;
  }

  function spread(type, depth) {
    const at = fragments.push('') - 1;
    fragments[at] = `${described('fragment')} F${at} on ${type.name} ${selection(type, depth)}`;
    return `...F${at} ${directives()}`;
  }

  function field(type, depth) {
    if (random.chance(0.1) || !type.getFields) return `${random.chance(0.3) ? `t${names++}: ` : ''}__typename`;
    if (type === schema.getQueryType() && random.chance(0.08))
      return fieldOf(random.one([SchemaMetaFieldDef, TypeMetaFieldDef]), 3, `s${names++}: `);
    const all = Object.values(type.getFields()).filter((one) => depth > 0 || isLeafType(getNamedType(one.type)));
    return all.length === 0 ? '__typename' : fieldOf(random.one(all), depth - 1, `f${names++}: `);
  }

  // An alias of its own prevents conflicts. A field without an alias and arguments is merged with others like it.
  function fieldOf(definition, depth, alias) {
    const type = getNamedType(definition.type);
    const given = argumentsOf(definition);
    const isPlain = given === '' && random.chance(0.6);
    const head = `${isPlain ? '' : alias}${definition.name}${given} ${directives()}`;
    return isCompositeType(type) ? head + selection(type, depth) : head;
  }

  function argumentsOf(definition) {
    const given = definition.args.filter(
      ({ name, type, defaultValue }) =>
        name === 'first' ||
        (isNonNullType(type) && defaultValue === undefined) ||
        (!LEFT_OUT.includes(name) && random.chance(0.3)),
    );
    const texts = given.map(
      ({ name, type, defaultValue }) =>
        `${name}: ${
          name === 'first'
            ? 1 + random.below(3)
            : definition === TypeMetaFieldDef
              ? '"Event"'
              : values.literal(type, 2, defaultValue !== undefined)
        }`,
    );
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }

  function directives() {
    return random.chance(0.08)
      ? `@${random.one(['skip', 'include'])}(if: ${values.literal(schema.getDirective('skip').args[0].type)}) `
      : '';
  }
}
