// Changes a document or its variables in one place. Whether the result is still valid is left to the oracle.
import { Kind, parse, print, visit } from 'graphql';
import { ODD, ODD_JSON } from './values.mjs';

const TYPES = [
  'Int', 'Int!', 'String', '[String!]', 'Boolean!', 'ID!', 'Date', 'DateTime', 'YearMonth', 'Long', 'EventFilterInput',
  'Event', 'Nothing', '[[Int!]!]!',
];

const DIRECTIVES = [
  '@skip(if: true)', '@include(if: false)', '@skip', '@skip(if: null)', '@skip(if: "yes")',
  '@include(if: true, if: true)', '@deprecated', '@oneOf', '@nothing', '@specifiedBy(url: "x")',
  '@include(if: true) @include(if: true)', '@skip(unless: true)',
];

const DEFINITIONS = [
  'type X { a: Int }', 'extend type Query { a: Int }', 'schema { query: Query }', 'scalar X', '{ __typename }',
  'query Q { __typename }', 'query Other { __typename }', 'fragment Unused on Event { id }',
  'fragment F0 on Event { id }', 'fragment Self on Event { ...Self }', 'fragment on on Event { id }',
  'subscription S { feed { cursor } }', 'mutation M { nothing }', 'directive @x on FIELD',
  'query W($w: Int) { __typename }', 'query W($w: Int, $w: Int) { __typename }',
  'query W { a: __typename a: __typename }',
];

const SELECTIONS = [
  '__typename', 'nothing', 'id', '...Nothing', '...F0', '... on Event { id }', '... on Int { x }',
  '... on Nothing { x }', '... on Query { __typename }', '... { __typename }', '... @skip(if: true) { __typename }',
  '__schema { description }', '__type(name: "Event") { name }', 'f0: __typename', 'f0: id', 'id { x }', '{ id }', '...',
  '... on Node { id }', '... on UserError { message }', '...F0 @include(if: $nothing)', '__typename(x: 1)',
  'f1: __typename @nothing',
];

const PIECES = [
  '"', '"""', '\\', '\\u{41}', '\\u{D83D}', '\\uD83D', '{', '}', '(', ')', '[', ']', '$', '@', '!', ':', '=', '|', '&',
  '...', '..', ',', '#', '# note \\u{ "\n', '\ufeff', '\u00a0', '\r\n', '\r', '\t', '\f', '\0', '0', '01', '1.', '.5',
  '1e', '1x', '-', '_', 'é', '😀', 'null', 'true', 'on', 'query', 'fragment', '`', '?', '""', '"a', "'a'",
];

export function mutate(request, schema, random) {
  const change = random.one([text, text, tree, tree, tree, tree, values, values]);
  return change(request, schema, random) ?? request;
}

// Changes the text at any place.
function text(request, schema, random) {
  const letters = [...request.query];
  const at = random.below(letters.length + 1);
  const inserted = random.chance(0.7) ? [random.one(PIECES)] : [];
  letters.splice(at, random.chance(0.5) ? 0 : random.below(4), ...inserted);
  return { ...request, query: letters.join('') };
}

// Replaces or removes one node of the tree.
function tree(request, schema, random) {
  const document = parse(request.query);
  const nodes = [];
  visit(document, {
    enter: (node) => {
      if (changes[node.kind]) nodes.push(node);
    },
  });
  const chosen = random.one(nodes);
  const changed = changes[chosen.kind](chosen, schema, random);
  // Text that is not a valid node goes into the tree as a placeholder name, and is written out after printing.
  let at = 0;
  const raw = [];
  const edited = visit(document, {
    enter(node) {
      if (node !== chosen) return undefined;
      if (changed === null) return null;
      if (typeof changed !== 'string') return changed;
      raw.push(changed);
      return { kind: Kind.NAME, value: `raw__${at++}__` };
    },
  });
  try {
    return { ...request, query: print(edited).replace(/raw__(\d+)__/g, (_, i) => raw[i]) };
  } catch {
    return undefined;
  }
}

const nameOf = (random, names) => random.one(names);

const changes = {
  [Kind.DOCUMENT]: (node, schema, random) => ({
    ...node,
    definitions: [...node.definitions, rawNode(random.one(DEFINITIONS))],
  }),
  [Kind.SELECTION_SET]: (node, schema, random) =>
    random.chance(0.2)
      ? null
      : { ...node, selections: [...(random.chance(0.2) ? [] : node.selections), rawNode(random.one(SELECTIONS))] },
  [Kind.FIELD]: (node, schema, random) =>
    random.one([
      () => null,
      () => ({ ...node, name: name(misspelt(node.name.value, random)) }),
      () => ({ ...node, name: name(nameOf(random, namesOf(schema))) }),
      () => ({ ...node, alias: name(random.one(['f0', 'f1', 'id', '__typename', 'name'])) }),
      () => ({ ...node, alias: undefined }),
      () => ({
        ...node,
        selectionSet: node.selectionSet ? undefined : { kind: Kind.SELECTION_SET, selections: [rawNode('id')] },
      }),
      () => ({
        ...node,
        arguments: [
          ...(node.arguments ?? []),
          rawNode(`${random.one(['first', 'where', 'nothing', 'by', 'order', 'id'])}: ${random.one(ODD)}`),
        ],
      }),
      () => ({ ...node, arguments: [...(node.arguments ?? []), ...(node.arguments ?? []).slice(0, 1)] }),
      () => ({ ...node, directives: [...(node.directives ?? []), rawNode(random.one(DIRECTIVES))] }),
      () => `${print(node)} ${print({ ...node, arguments: [] })}`,
    ])(),
  [Kind.ARGUMENT]: (node, schema, random) =>
    random.one([
      () => null,
      () => ({ ...node, name: name(misspelt(node.name.value, random)) }),
      () => ({ ...node, value: rawNode(random.one(ODD)) }),
      () => ({ ...node, value: rawNode('$nothing') }),
    ])(),
  [Kind.OBJECT_FIELD]: (node, schema, random) =>
    random.one([
      () => null,
      () => ({ ...node, name: name(misspelt(node.name.value, random)) }),
      () => ({ ...node, value: rawNode(random.one(ODD)) }),
      () => `${print(node)}, ${print(node)}`,
    ])(),
  [Kind.OBJECT]: (node, schema, random) =>
    rawNode(random.one([print(node).replace(/\}$/, ', nothing: 1 }'), `[${print(node)}]`, ...ODD])),
  [Kind.LIST]: (node, schema, random) =>
    rawNode(random.one([`[${print(node)}]`, print(node).replace(/\]$/, ', null]'), ...ODD])),
  [Kind.VARIABLE_DEFINITION]: (node, schema, random) =>
    random.one([
      () => null,
      () => `${print(node)}, ${print(node)}`,
      () => `${print(node)}, $unused: Int`,
      () => `${print(node).replace(/:.*$/s, '')}: ${random.one(TYPES)}`,
      () => `${print({ ...node, defaultValue: undefined })} = ${random.one(ODD)}`,
      () => `${print({ ...node, defaultValue: undefined })} = $v0`,
      () => `${print(node)} ${random.one(DIRECTIVES)}`,
      () => ({
        ...node,
        type: node.type.kind === Kind.NON_NULL_TYPE ? node.type.type : { kind: Kind.NON_NULL_TYPE, type: node.type },
      }),
      () => ({
        ...node,
        type: node.type.kind === Kind.LIST_TYPE ? node.type.type : { kind: Kind.LIST_TYPE, type: node.type },
      }),
    ])(),
  [Kind.VARIABLE]: (node, schema, random) => ({ ...node, name: name(random.one(['v0', 'v1', 'nothing'])) }),
  [Kind.ENUM]: (node, schema, random) =>
    rawNode(random.one([misspelt(node.value, random), `"${node.value}"`, node.value.toLowerCase(), ...ODD])),
  [Kind.INLINE_FRAGMENT]: (node, schema, random) => ({
    ...node,
    typeCondition: { kind: Kind.NAMED_TYPE, name: name(random.one(typesOf(schema))) },
  }),
  [Kind.FRAGMENT_SPREAD]: (node, schema, random) => ({
    ...node,
    name: name(random.one(['F0', 'F1', 'F2', 'Nothing'])),
  }),
  [Kind.FRAGMENT_DEFINITION]: (node, schema, random) =>
    random.one([
      () => null,
      () => ({ ...node, name: name(random.one(['F0', 'F1', 'F2'])) }),
      () => ({ ...node, typeCondition: { kind: Kind.NAMED_TYPE, name: name(random.one(typesOf(schema))) } }),
      () => `${print(node).replace(/\{/, `${random.one(DIRECTIVES)} {`)}`,
    ])(),
  [Kind.OPERATION_DEFINITION]: (node, schema, random) =>
    random.one([
      () => ({ ...node, operation: random.one(['query', 'mutation', 'subscription']) }),
      () => ({ ...node, directives: [...(node.directives ?? []), rawNode(random.one(DIRECTIVES))] }),
      () => `${print(node)} ${print({ ...node, name: name('Q') })}`,
    ])(),
};

// Changes one value of the variables at any depth, or all of them.
function values(request, schema, random) {
  const places = [];
  collect(request.variables);
  if (places.length === 0) return { ...request, raw: random.one(['{}', 'null', '{"nothing":1}']) };
  const [owner, key] = random.one(places);
  const copy = structuredClone(request.variables);
  const marked = follow(copy, owner);
  const what = random.below(10);
  if (what === 0 && !Array.isArray(marked)) delete marked[key];
  else if (what === 1 && !Array.isArray(marked)) marked[misspelt(key, random)] = marked[key];
  else if (what === 2) marked[key] = [marked[key]];
  else if (what === 3 && Number.isSafeInteger(marked[key])) marked[key] = `raw__${marked[key]}.0__`;
  else marked[key] = `raw__${random.one(ODD_JSON)}__`;
  return {
    ...request,
    variables: copy,
    raw: JSON.stringify(copy).replace(/"raw__(.*?)__"/g, (_, json) => JSON.parse(`"${json}"`)),
  };

  function collect(value, path = []) {
    if (value === null || typeof value !== 'object') return;
    for (const inner of Object.keys(value)) {
      places.push([path, inner]);
      collect(value[inner], [...path, inner]);
    }
  }
}

const follow = (value, path) => path.reduce((at, key) => at[key], value);
const name = (value) => ({ kind: Kind.NAME, value });
const rawNode = (value) => ({ kind: Kind.NAME, value });
const namesOf = (schema) => Object.keys(schema.getType('Event').getFields());
const typesOf = (schema) => [
  'Event', 'Agency', 'Node', 'Query', 'UserError', 'Int', 'EventFilterInput', 'Nothing',
  ...Object.keys(schema.getTypeMap()).slice(0, 3),
];

function misspelt(word, random) {
  const at = random.below(word.length);
  return random.chance(0.5) ? `${word}x` : word.slice(0, at) + word.slice(at + 1);
}
