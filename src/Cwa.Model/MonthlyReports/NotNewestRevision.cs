using System.Globalization;

namespace Cwa.Model;

/// <summary>The revision that a sender saw last.</summary>
/// <param name="Number">Its number; null if the sender saw none.</param>
internal sealed record BaseRevision(int? Number);

/// <summary>
/// The report was written from another revision than the newest: somebody has sent one meanwhile, or none was sent.
/// </summary>
public sealed record NotNewestRevision(ReportMonth Month, MonthlyReport? Newest) : Refusal
{
    /// <summary>The report's month.</summary>
    public ReportMonth Month { get; } = Month;

    /// <summary>The newest revision, which tells who sent what and when; null if none has been sent.</summary>
    public MonthlyReport? Newest { get; } = Newest;

    /// <inheritdoc/>
    public override string Message =>
        Newest is null
            ? $"No report for {Month} has been sent yet. Send yours with `basedOnRevision: null`."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Newest.SubmittedBy} sent revision {Newest.Revision} of the report for {Month} on "
                    + $"{Words.Day(Newest.SubmittedAt!.Value)}, and yours is not based on it. Read it first, then send "
                    + $"yours with `basedOnRevision: {Newest.Revision}`."
            );
}
