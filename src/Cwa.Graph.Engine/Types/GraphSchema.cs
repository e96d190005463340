using GraphQL;
using GraphQL.DI;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>A schema whose introspection follows the current specification where GraphQL.NET's does not yet.</summary>
public class GraphSchema : Schema
{
    /// <summary>Configures the schema from the container.</summary>
    public GraphSchema(IServiceProvider services, IEnumerable<IConfigureSchema> configurations)
        : base(services, configurations)
    {
        Features.DeprecationOfInputValues = true;
        Features.RepeatableDirectives = true;
        Filter = new GraphQL.Introspection.ExperimentalIntrospectionFeaturesSchemaFilter();
        Directives.Register(SpecifiedBy(), OneOf());
        this.RegisterVisitor(new NamedTypes());
    }

    /// <summary>
    /// The schema in the schema definition language, sorted by name so that a change is a small diff.
    /// </summary>
    public string ToSdl()
    {
        Initialize();
        return this.Print(new() { StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n");
    }

    /// <inheritdoc/>
    protected override void OnBeforeInitializeType(IGraphType graphType)
    {
        base.OnBeforeInitializeType(graphType);
        if (graphType is ScalarGraphType scalar && scalar.GetMetadata<string>(SpecifiedByUrl.Key) is { } url)
            scalar.ApplyDirective("specifiedBy", "url", url);
        if (graphType is not IObjectGraphType type)
            return;

        if (type.Name == "__Type" && !type.HasField("specifiedByURL"))
        {
            type.AddField(
                new FieldType
                {
                    Name = "specifiedByURL",
                    Description = SpecifiedByUrl.Description,
                    Type = typeof(StringGraphType),
                    Resolver = new FuncFieldResolver<string>(c =>
                        (c.Source as IProvideMetadata)?.GetMetadata<string>(SpecifiedByUrl.Key)
                    ),
                }
            );
        }
        else if (type.Name == "__Directive")
        {
            foreach (
                var args in type.Fields.Where(f => f.Name == "args" && f.Arguments?.Find("includeDeprecated") is null)
            )
            {
                args.Arguments ??= [];
                args.Arguments.Add(
                    new QueryArgument<BooleanGraphType>
                    {
                        Name = "includeDeprecated",
                        Description = "Whether to include deprecated arguments.",
                        DefaultValue = false,
                    }
                );
            }
        }
    }

    /// <summary>Makes `__type` of an empty name null, as of any other that no type has. GraphQL.NET's throws.</summary>
    private sealed class NamedTypes : BaseSchemaNodeVisitor
    {
        public override void VisitSchema(ISchema schema) =>
            schema.TypeMetaFieldType.Resolver = new FuncFieldResolver<IGraphType>(context =>
                context.GetArgument<string>("name") is { Length: > 0 } name ? schema.AllTypes[name] : null
            );
    }

    private static Directive SpecifiedBy() =>
        new("specifiedBy", DirectiveLocation.Scalar)
        {
            Description = SpecifiedByUrl.Description,
            Arguments =
            [
                new QueryArgument<NonNullGraphType<StringGraphType>>
                {
                    Name = "url",
                    Description = "The URL of the specification.",
                },
            ],
        };

    private static Directive OneOf() =>
        new("oneOf", DirectiveLocation.InputObject)
        {
            Description = "Exactly one of the input object's fields must be given, and it must not be null.",
        };
}

internal static class SpecifiedByUrl
{
    public const string Key = "SPECIFIED_BY_URL",
        Description = "The URL of a custom scalar's specification.";
}
