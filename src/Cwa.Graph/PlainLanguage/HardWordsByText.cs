using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The hard words of texts. The texts of annual reports are read first, in one statement.</summary>
public sealed class HardWordsByText(RequestContexts contexts) : BatchLoader<MeasuredText, IReadOnlyList<HardWord>>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<MeasuredText, IReadOnlyList<HardWord>>> FetchAsync(
        IReadOnlyList<MeasuredText> keys,
        CancellationToken cancellationToken
    )
    {
        Guid[] reportIds = [.. keys.Where(key => key.Text is null).Select(key => key.ReportId)];
        var reports = reportIds is [] ? [] : await ReportsAsync(reportIds, cancellationToken);
        return keys.ToDictionary(key => key, key => HardWords.In(key.Text ?? reports[key.ReportId]));
    }

    private async Task<Dictionary<Guid, string>> ReportsAsync(Guid[] reportIds, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var statements = await db
            .AnnualStatements.AsNoTracking()
            .Where(s => Enumerable.Contains(reportIds, s.ReportId))
            .OrderBy(s => s.ReportId)
            .ThenBy(s => s.Ordinal)
            .Select(s => new { s.ReportId, s.Text })
            .ToListAsync(cancellationToken);
        return statements
            .GroupBy(s => s.ReportId)
            .ToDictionary(g => g.Key, g => AnnualReport.TextOf(g.Select(s => s.Text)));
    }
}
