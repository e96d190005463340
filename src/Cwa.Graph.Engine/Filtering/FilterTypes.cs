using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>The input type of `where` for one class of records.</summary>
internal sealed class FilterType<T> : InputObjectGraphType
    where T : class
{
    private readonly IReadOnlyList<FilterTerm> _terms;

    public FilterType(ListTerms<T> terms)
    {
        var conditions = typeof(ListGraphType<NonNullGraphType<FilterType<T>>>);
        _terms =
        [
            new CombinationTerm(
                "and",
                "All of these must hold. An empty list matches every record.",
                conditions,
                All: true
            ),
            new CombinationTerm(
                "or",
                "At least one of these must hold. An empty list matches no record.",
                conditions,
                All: false
            ),
            .. terms.Filters,
        ];
        Name = typeof(T).GraphQLName() + "FilterInput";
        Description = $"Conditions on {typeof(T).GraphQLName()} objects. All that are given must hold.";
        foreach (var term in _terms)
            AddField(
                new FieldType
                {
                    Name = term.Name,
                    Description = term.Description,
                    Type = term.InputType,
                }
            );
    }

    public override object ParseDictionary(IDictionary<string, object?> value)
    {
        var parts = new List<FilterNode>(value.Count);
        foreach (var term in _terms)
        {
            if (value.TryGetValue(term.Name, out var asked))
                parts.Add(term.Read(asked));
        }

        return parts.Find(part => part is Refused) ?? new Combination(all: true, parts);
    }
}

/// <summary>A condition on some, none or all of the records that belong to a listed one.</summary>
internal sealed record Quantified(string Kind, FilterNode? Inner)
{
    public const string Some = "some",
        None = "none",
        All = "all";

    /// <summary>Reads what a client gave: conditions on the records, or whether there are any.</summary>
    public static Quantified Of(string name, object? asked) =>
        asked switch
        {
            bool any => new(any ? Some : None, null),
            Refused refused => new(name, refused.In(name)),
            FilterNode inner => new(name, inner),
            _ => new(
                name,
                new Refused(
                    name,
                    name == "any"
                        ? "Give true or false, or leave it out."
                        : "Give conditions, or `{}` for any record, or leave it out."
                )
            ),
        };
}

internal sealed class ListFilterType<T> : InputObjectGraphType
    where T : class
{
    public ListFilterType()
    {
        var name = typeof(T).GraphQLName();
        Name = $"ListFilterInputTypeOf{name}FilterInput";
        Description = $"Conditions on the {name} objects in a list. All that are given must hold.";
        Field<FilterType<T>>(Quantified.All).Description("All of them match. True of an object that has none.");
        Field<FilterType<T>>(Quantified.None).Description("None of them matches.");
        Field<FilterType<T>>(Quantified.Some).Description("At least one of them matches.");
        Field<BooleanGraphType>("any").Description("Whether there are any at all.");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) =>
        value.Select(asked => Quantified.Of(asked.Key, asked.Value)).ToList();
}
