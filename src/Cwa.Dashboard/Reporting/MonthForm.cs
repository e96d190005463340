using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Reporting;

/// <summary>Checks, keeps and sends the report that a person writes.</summary>
internal sealed class MonthForm(Operations operations)
{
    // In characters: about fifteen words.
    private const int Long = 80;
    private const int MostMeasured = 20;

    /// <summary>Says what is wrong or odd about the report, and does nothing.</summary>
    public async Task<Spoken> CheckAsync(
        WrittenReport report,
        string agencyId,
        Month month,
        CancellationToken cancellation
    )
    {
        var (input, unknown) = await InputAsync(report, agencyId, month, nil: false, cancellation);
        var said = await CheckAsync(report, input, unknown, cancellation);
        await ReadAsync(report, said, cancellation);
        return said;
    }

    /// <summary>Keeps the report on the server.</summary>
    public async Task<Spoken> KeepAsync(
        WrittenReport report,
        string agencyId,
        Month month,
        CancellationToken cancellation
    )
    {
        var (input, unknown) = await InputAsync(report, agencyId, month, nil: false, cancellation);
        if (unknown.Count > 0)
            return await CheckAsync(report, input, unknown, cancellation);
        var answer = await operations.AskAsync<SavedDraft>(new { input }, cancellation);
        return Spoken.Of(answer, saved => saved.SaveMonthlyReportDraft, report.FieldOf);
    }

    /// <summary>Sends the report to NPR, once however often it is called for the same report.</summary>
    /// <param name="nil">Whether the agency says that there are no events.</param>
    public async Task<Spoken> SendAsync(
        WrittenReport report,
        string agencyId,
        Month month,
        bool nil,
        CancellationToken cancellation
    )
    {
        var (input, unknown) = await InputAsync(report, agencyId, month, nil, cancellation);
        if (unknown.Count > 0)
            return await CheckAsync(report, input, unknown, cancellation);
        input["idempotencyKey"] = report.Key;
        return await SubmitAsync(report, input, cancellation);
    }

    // Says how hard the first long descriptions are to read. It is advice: what cannot be measured now is left out.
    private async Task ReadAsync(WrittenReport report, Spoken said, CancellationToken cancellation)
    {
        var texts = report
            .Filled.Select(filled =>
                (Field: $"events.{filled.Position}.description", Text: filled.Event["description"])
            )
            .Where(written => written.Text.Length >= Long)
            .Take(MostMeasured);
        foreach (var (field, text) in texts)
        {
            var answer = await operations.AskAsync<TextData>(new { text }, cancellation);
            if (answer.Errors is not null)
                return;

            // A text without words has no measure.
            if (answer.Data?.PlainLanguage is { } measured)
                said.Read(field, measured);
        }
    }

    private async Task<Spoken> CheckAsync(
        WrittenReport report,
        Dictionary<string, object?> input,
        IReadOnlyList<(int Position, string Agency)> unknown,
        CancellationToken cancellation
    )
    {
        input["validateOnly"] = true;
        var said = await SubmitAsync(report, input, cancellation);
        foreach (var (position, agency) in unknown)
            said.AddError($"events.{position}.coHosts", $"There is no agency {agency}.");
        return said;
    }

    private async Task<Spoken> SubmitAsync(
        WrittenReport report,
        Dictionary<string, object?> input,
        CancellationToken cancellation
    )
    {
        input["basedOnRevision"] = report.BasedOn;
        if (!string.IsNullOrWhiteSpace(report.Reason))
            input["reason"] = report.Reason;
        var answer = await operations.AskAsync<SentReport>(new { input }, cancellation);
        return Spoken.Of(answer, sent => sent.SubmitMonthlyReport, report.FieldOf);
    }

    // The schema takes ids of agencies, and people write abbreviations.
    private async Task<(
        Dictionary<string, object?> Input,
        IReadOnlyList<(int Position, string Agency)> Unknown
    )> InputAsync(WrittenReport report, string agencyId, Month month, bool nil, CancellationToken cancellation)
    {
        var hosts = report.Filled.SelectMany(e => e.Event.CoHosts.Select(host => (e.Position, Agency: host))).ToList();
        var abbreviations = hosts.Select(host => host.Agency.ToUpperInvariant()).Distinct().ToList();
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (abbreviations.Count > 0)
        {
            var known = await operations.AskAsync<AgencyIdsData>(new { abbreviations }, cancellation);
            foreach (var agency in known.Data?.Agencies.Nodes ?? [])
                ids.Add(agency.Abbreviation, agency.Id);
        }

        return (report.Input(agencyId, month, nil, ids), [.. hosts.Where(host => !ids.ContainsKey(host.Agency))]);
    }
}
