// Reads the schema of a running server by introspection and by ?sdl, and reports what is wrong with it.
import {
  buildClientSchema, buildSchema, getIntrospectionQuery, isEnumType, isInputObjectType, isInterfaceType,
  isIntrospectionType, isObjectType, isSpecifiedDirective, isSpecifiedScalarType, validateSchema,
} from 'graphql';

const url = process.argv[2];
if (!url) {
  console.error('usage: node introspection.mjs URL');
  process.exit(2);
}

const faults = [...check('introspection', await introspected(url)), ...check('?sdl', await published(url))];
faults.forEach((fault) => console.log(`error  ${fault}`));
console.log(`${faults.length} faults in the schema`);
process.exit(faults.length === 0 ? 0 : 1);

async function introspected(url) {
  const query = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`introspection: ${JSON.stringify(errors)}`);
  return buildClientSchema(data);
}

async function published(url) {
  const response = await fetch(`${url}?sdl`);
  if (!response.ok) throw new Error(`?sdl: HTTP ${response.status}`);
  return buildSchema(await response.text());
}

function check(source, schema) {
  return [
    ...validateSchema(schema).map((error) => error.message),
    ...[...undescribed(schema)].map((name) => `${name} has no description`),
  ].map((fault) => `${source}: ${fault}`);
}

function* undescribed(schema) {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  for (const type of own) {
    yield* unlessDescribed(type, type.name);
    if (isEnumType(type))
      for (const value of type.getValues()) yield* unlessDescribed(value, `${type.name}.${value.name}`);
    if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) yield* members(type);
  }
  for (const directive of schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive))) {
    yield* unlessDescribed(directive, `@${directive.name}`);
    for (const argument of directive.args) yield* unlessDescribed(argument, `@${directive.name}(${argument.name}:)`);
  }
}

function* members(type) {
  for (const field of Object.values(type.getFields())) {
    yield* unlessDescribed(field, `${type.name}.${field.name}`);
    for (const argument of field.args ?? [])
      yield* unlessDescribed(argument, `${type.name}.${field.name}(${argument.name}:)`);
  }
}

function* unlessDescribed({ description }, name) {
  if (!description?.trim()) yield name;
}
