using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>
/// A condition on any of several related records, such as one on each level above; null asks for records without any.
/// </summary>
internal sealed record AnyObjectTerm(string Name, string Description, Type InputType, IReadOnlyList<ObjectTerm> Others)
    : FilterTerm(Name, Description, InputType)
{
    public override FilterNode Read(object? input)
    {
        var parts = Others.Select(other => other.Read(input)).ToList();
        return parts[0] is Refused refused ? refused : new Combination(all: input is null, parts);
    }
}

/// <summary>Whether a record has a related one, among those that the caller may see, that meets a condition.</summary>
internal sealed record HasTerm(string Name, string Description, ListTerm Related, FilterNode Which)
    : FilterTerm(Name, Description, typeof(ChoiceOperations<bool>))
{
    public override FilterNode Read(object? input)
    {
        // Reading it as the operators of a value refuses what they refuse.
        if (new OperationsTerm(Name, Description, InputType, Never, null).Read(input) is Refused refused)
            return refused;

        var asked = ((OperationValues)input!).Asked;
        return new Combination(
            all: false,
            [
                .. Answers
                    .Where(has => asked.All(a => Holds(has, a.Operation.Name, a.Value)))
                    .Select(has =>
                        Related.Read(new List<Quantified> { new(has ? Quantified.Some : Quantified.None, Which) })
                    ),
            ]
        );
    }

    private static readonly bool[] Answers = [true, false];

    private static Expression<Func<object, bool>> Never => _ => false;

    private static bool Holds(bool has, string operation, object? value) =>
        operation switch
        {
            "eq" => has.Equals(value),
            "neq" => !has.Equals(value),
            "in" => ((System.Collections.IEnumerable)value!).Cast<object?>().Contains(has),
            _ => !((System.Collections.IEnumerable)value!).Cast<object?>().Contains(has),
        };
}

/// <summary>Text that is searched word by word in several places.</summary>
internal sealed record SearchTerm<T>(
    string Name,
    string Description,
    Type InputType,
    Func<string, IEnumerable<string>> WordsOf,
    Expression<Func<T, string, bool>> Contains
) : FilterTerm(Name, Description, InputType)
{
    public override FilterNode Read(object? input) =>
        input is string text
            ? new Combination(all: true, [.. WordsOf(text).Select(word => FilterNode.Of(Name, word, Contains))])
            : new Refused(Name, "Give a text, or leave it out.");
}
