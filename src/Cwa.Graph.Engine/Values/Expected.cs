using System.Globalization;
using GraphQL.Types;
using GraphQL.Utilities;

namespace Cwa.Graph.Engine;

/// <summary>What a value of a type looks like, for messages to clients that sent something else.</summary>
internal static class Expected
{
    /// <summary>The metadata key under which a scalar of ours describes its values.</summary>
    public const string Key = "EXPECTED";

    private const int MostNames = 250,
        MostSuggestions = 3;

    /// <summary>A description of the type's values for use in a sentence, with an example.</summary>
    public static string Of(IGraphType type) =>
        type switch
        {
            NonNullGraphType required => Of(required.ResolvedType!),
            ListGraphType list => $"a list, each item {Of(list.ResolvedType!)}",
            EnumerationGraphType choice => $"one of {Listed(choice.Values.Select(value => value.Name))}",
            IInputObjectGraphType { IsOneOf: true } input =>
                $"an object with exactly one field, such as {Example(input)}",
            IInputObjectGraphType input => $"an object such as {Example(input)}",
            BooleanGraphType => ValueText.Flag,
            IntGraphType => $"a whole number from {int.MinValue} to {int.MaxValue}, such as 12",
            FloatGraphType => "a number such as 12.5",
            IdGraphType => "an id such as \"QWdlbmN5OjE\", in quotation marks, as a field `id` returned it",
            StringGraphType => "a string in quotation marks, such as \"Reno\"",
            _ => type.GetMetadata<string>(Key) ?? $"a {type.Name}",
        };

    /// <summary>Whether the text is a value of the type that only has to lose its quotation marks.</summary>
    public static bool IsWritten(ScalarGraphType type, string text) =>
        type switch
        {
            EnumerationGraphType choice => choice.Values.FindByName(text) is not null,
            BooleanGraphType => text is "true" or "false",
            IntGraphType => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            LongGraphType => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            FloatGraphType => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number),
            _ => false,
        };

    /// <summary>A sentence that suggests similar names, to follow another sentence; empty if there are none.</summary>
    public static string Suggest(string name, IEnumerable<string> names)
    {
        // A name in other letters, such as `asc`, is the same to a person, and far from it to a count of slips.
        var known = names.ToLookup(one => one.ToUpperInvariant());
        var like = StringUtils
            .SuggestionList(name.ToUpperInvariant(), known.Select(one => one.Key))
            .SelectMany(one => known[one])
            .Take(MostSuggestions)
            .Select(one => $"`{one}`")
            .ToArray();
        return like switch
        {
            [] => "",
            [var one] => $" Did you mean {one}?",
            _ => $" Did you mean {string.Join(", ", like[..^1])} or {like[^1]}?",
        };
    }

    /// <summary>The names in a list, cut where it becomes too long for a sentence.</summary>
    public static string Listed(IEnumerable<string> names)
    {
        var listed = string.Join(", ", names);
        return listed.Length <= MostNames ? listed : $"{listed[..listed.LastIndexOf(',', MostNames)]}, …";
    }

    private static string Example(IInputObjectGraphType input) =>
        $"{{ {(input.Fields.FirstOrDefault(IsRequired) ?? input.Fields.First()).Name}: … }}";

    private static bool IsRequired(FieldType field) => field.ResolvedType is NonNullGraphType;
}
