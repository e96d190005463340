using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Priorities;

/// <summary>What people call themes, customers and groups.</summary>
internal static class PriorityWords
{
    public static string Of(FindingTheme? theme) =>
        theme switch
        {
            null => "No theme said",
            FindingTheme.Other => "Anything else",
            FindingTheme.ServiceItself => "The service itself",
            { } known => Say.Code(Asked.CodeOf(known)),
        };

    public static string Of(PriorityGrouping by) =>
        by switch
        {
            PriorityGrouping.Department => "Department",
            PriorityGrouping.State => "State or territory",
            _ => "Group of customers",
        };

    /// <summary>The code of a value in an address.</summary>
    public static string CodeOf<T>(T? value)
        where T : struct, Enum => value is { } known ? Asked.CodeOf(known) : FindingFilter.None;

    /// <summary>The options of a filter, in the order of their words, with that of no value at the end.</summary>
    public static IEnumerable<(string, string)> Options<T>(Func<T?, string> word)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Select(value => (Asked.CodeOf(value), Word: word(value)))
            .OrderBy(option => option.Word, StringComparer.Ordinal)
            .Append((FindingFilter.None, word(null)));
}
