using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The agency with an abbreviation, in upper or lower case.</summary>
public sealed class AgencyByAbbreviation(RequestContexts contexts) : BatchLoader<string, Agency>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<string, Agency>> FetchAsync(
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = contexts.Create();
        var asked = keys.ToLookup(SearchText.Normalize);
        string[] searched = [.. asked.Select(same => same.Key)];
        var found = await db
            .Agencies.AsNoTracking()
            .Where(a => Enumerable.Contains(searched, a.AbbreviationSearch))
            .ToListAsync(cancellationToken);
        return found
            .SelectMany(a => asked[a.AbbreviationSearch].Select(key => (key, a)))
            .ToDictionary(pair => pair.key, pair => pair.a);
    }
}
