// Judges requests by graphql-js, and checks the shape of the data in their answers.
import {
  __Directive, __Schema, getArgumentValues, getDirectiveValues, getNamedType, getOperationAST, getVariableValues,
  GraphQLError, GraphQLIncludeDirective, GraphQLSkipDirective, isAbstractType, isLeafType, isListType, isNonNullType,
  Kind, parse, SchemaMetaFieldDef, specifiedRules, TypeInfo, TypeMetaFieldDef, TypeNameMetaFieldDef, validate, visit,
  visitWithTypeInfo,
} from 'graphql';
import { isLeaf } from './values.mjs';

// The September 2025 edition forbids @skip and @include on a subscription's field; graphql-js does so only from version
// 17.
function unconditionalRule(context) {
  return {
    OperationDefinition({ operation, selectionSet }) {
      if (operation === 'subscription') look(selectionSet, new Set());
    },
  };

  function look(set, spread) {
    for (const selection of set.selections) {
      if (selection.directives?.some(({ name }) => ['skip', 'include'].includes(name.value)))
        context.reportError(new GraphQLError('conditional', { nodes: selection }));
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? !spread.has(selection.name.value) &&
            spread.add(selection.name.value) &&
            context.getFragment(selection.name.value)
          : selection.kind === Kind.INLINE_FRAGMENT && selection;
      if (inner) look(inner.selectionSet, spread);
    }
  }
}

// graphql-js means to refuse a nullable variable as the field of a OneOf object, but overlooks it inside a list.
function onlyFieldRule(context) {
  return {
    OperationDefinition: {
      leave(operation) {
        const isNullable = (name) =>
          operation.variableDefinitions.find((one) => one.variable.name.value === name)?.type.kind !==
          Kind.NON_NULL_TYPE;
        for (const { node, type, parentType } of context.getRecursiveVariableUsages(operation)) {
          const owner = parentType && getNamedType(parentType);
          if (owner?.isOneOf && owner !== getNamedType(type) && isNullable(node.name.value))
            context.reportError(new GraphQLError('nullable', { nodes: node }));
        }
      },
    },
  };
}

// graphql-js has more than the September 2025 edition: a limit on introspection, which is a setting here, and a draft
// of deprecated directives.
const rules = [
  ...specifiedRules.filter((rule) => rule.name !== 'MaxIntrospectionDepthRule'),
  unconditionalRule,
  onlyFieldRule,
];
for (const name of ['isDeprecated', 'deprecationReason']) delete __Directive.getFields()[name];
__Schema.getFields().directives.args = [];

// This API refuses control characters other than tabs and line ends anywhere; graphql-js accepts them in strings and
// comments.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/;

// Returns why a request is refused, or the operation to run.
export function judge(schema, { query, variables }) {
  try {
    if (CONTROL.test(query)) return { refused: 'control character' };
    const document = parse(query);
    const errors = validate(schema, document, rules);
    if (errors.length > 0) return { refused: errors[0].message };
    const operation = getOperationAST(document);
    if (!operation) return { refused: 'which operation?' };
    const { coerced, errors: unfit } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (unfit) return { refused: unfit[0].message };
    const fault = argumentFault(schema, document, operation, coerced);
    return fault ? { refused: fault } : { document, operation, coerced };
  } catch (fault) {
    return { refused: fault.message };
  }
}

// graphql-js finds a null that is not allowed only when it executes the field; this API refuses the request for it.
function argumentFault(schema, document, operation, coerced) {
  const reached = new Set();
  const fragments = new Map(
    document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
  );
  let fault = null;
  look(operation);
  return fault;

  function look(definition) {
    const info = new TypeInfo(schema);
    visit(
      definition,
      visitWithTypeInfo(info, {
        Field(node) {
          attempt(() => getArgumentValues(info.getFieldDef(), node, coerced));
        },
        Directive(node, key, parent, path, ancestors) {
          attempt(() =>
            getDirectiveValues(schema.getDirective(node.name.value), ancestors[ancestors.length - 1], coerced),
          );
        },
        FragmentSpread(node) {
          const name = node.name.value;
          if (reached.has(name)) return;
          reached.add(name);
          look(fragments.get(name));
        },
      }),
    );
  }

  function attempt(read) {
    try {
      read();
    } catch (error) {
      fault ??= error.message;
    }
  }
}

// Returns what is wrong with an answer's data: other fields, another order, or values that the type does not have.
export function misshapen(schema, { document, operation, coerced }, data) {
  const fragments = new Map(
    document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
  );
  const root = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[operation.operation];
  return data === null ? null : object(root, [operation.selectionSet], data, 'data');

  function object(type, sets, value, path) {
    const expected = new Map();
    sets.forEach((set) => collect(type, set, expected, new Set()));
    const names = [...expected.keys()];
    if (Object.keys(value).join() !== names.join()) return `${path} has ${Object.keys(value)} instead of ${names}`;
    for (const [name, nodes] of expected) {
      const fault = complete(definitionOf(type, nodes[0].name.value).type, nodes, value[name], `${path}.${name}`, type);
      if (fault) return fault;
    }
    return null;
  }

  function complete(type, nodes, value, path, owner) {
    if (isNonNullType(type))
      return value === null ? `${path} is null, and of type ${type}` : complete(type.ofType, nodes, value, path, owner);
    if (value === null) return null;
    if (isListType(type)) {
      if (!Array.isArray(value)) return `${path} is no list`;
      return (
        value.map((item, i) => complete(type.ofType, nodes, item, `${path}.${i}`, owner)).find((fault) => fault) ?? null
      );
    }
    if (isLeafType(type)) {
      if (nodes[0].name.value === '__typename' && value !== owner.name) return `${path} is ${value}, not ${owner.name}`;
      return isLeaf(type, value) ? null : `${path} is ${JSON.stringify(value)}, no ${type}`;
    }
    if (typeof value !== 'object' || Array.isArray(value)) return `${path} is no object`;
    const sets = nodes.map((node) => node.selectionSet);
    if (!isAbstractType(type)) return object(type, sets, value, path);
    // The concrete type was not selected.
    if (!('__typename' in value)) return null;
    const concrete = schema.getType(value.__typename);
    return concrete && schema.isSubType(type, concrete)
      ? object(concrete, sets, value, path)
      : `${path} is a ${value.__typename}`;
  }

  function collect(type, set, into, spread) {
    for (const selection of set.selections) {
      if (!isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        into.set(name, [...(into.get(name) ?? []), selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition, type)) collect(type, selection.selectionSet, into, spread);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (applies(fragment.typeCondition, type)) collect(type, fragment.selectionSet, into, spread);
      }
    }
  }

  function isIncluded(node) {
    return (
      getDirectiveValues(GraphQLSkipDirective, node, coerced)?.if !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, coerced)?.if !== false
    );
  }

  function applies(condition, type) {
    const wanted = condition && schema.getType(condition.name.value);
    return !wanted || wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
  }

  function definitionOf(type, name) {
    const meta = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].find((one) => one.name === name);
    return meta ?? type.getFields()[name];
  }
}
