using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Cwa.Dashboard.Reading;

/// <summary>The addresses of lists as files.</summary>
internal static class Export
{
    /// <param name="name">The list, as `schema/EXPORTS.md` names it.</param>
    /// <param name="where">The conditions of the list, as its query takes them; null for all.</param>
    /// <param name="more">Other parameters of the file.</param>
    public static string Csv(string name, object? where, params IEnumerable<(string Name, string Value)> more)
    {
        var address = $"/export/{name}.csv";
        foreach (var (parameter, value) in more)
            address = QueryHelpers.AddQueryString(address, parameter, value);
        return where is null
            ? address
            : QueryHelpers.AddQueryString(address, "where", JsonSerializer.Serialize(where, Operations.Json));
    }
}
