using System.Globalization;
using GraphQL.Types;
using GraphQL.Utilities;

namespace Cwa.Graph.Engine;

/// <summary>What a value of a type looks like, for whoever sent another.</summary>
internal static class Expected
{
    /// <summary>Under which a scalar of ours says it of itself.</summary>
    public const string Key = "EXPECTED";

    private const int MostNames = 250,
        MostSuggestions = 3;

    /// <summary>What a value of the type looks like, as the object of a sentence, with an example.</summary>
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
            StringGraphType => "a text in quotation marks, such as \"Reno\"",
            _ => type.GetMetadata<string>(Key) ?? $"a {type.Name}",
        };

    /// <summary>Whether a value of the type is written so, and not as a text.</summary>
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

    /// <summary>
    /// Names of the schema that look like one that it does not have, as a sentence that follows another; empty when
    /// there are none.
    /// </summary>
    public static string Suggest(string name, IEnumerable<string> names)
    {
        var like = StringUtils.SuggestionList(name, names).Take(MostSuggestions).Select(one => $"`{one}`").ToArray();
        return like switch
        {
            [] => "",
            [var one] => $" Did you mean {one}?",
            _ => $" Did you mean {string.Join(", ", like[..^1])} or {like[^1]}?",
        };
    }

    /// <summary>Names, as many as a sentence bears.</summary>
    public static string Listed(IEnumerable<string> names)
    {
        var listed = string.Join(", ", names);
        return listed.Length <= MostNames ? listed : $"{listed[..listed.LastIndexOf(',', MostNames)]}, …";
    }

    private static string Example(IInputObjectGraphType input) =>
        $"{{ {(input.Fields.FirstOrDefault(IsRequired) ?? input.Fields.First()).Name}: … }}";

    private static bool IsRequired(FieldType field) => field.ResolvedType is NonNullGraphType;
}
