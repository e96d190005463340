using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// One result in an annual report, in words that an individual customer understands, against the standard it is
/// measured by.
/// </summary>
public sealed class AnnualStatement
{
    internal const int LongestText = 1000;

    private AnnualStatement() { } // EF Core

    internal AnnualStatement(AnnualReport report, int ordinal, StatementDraft draft)
    {
        Id = draft.Id ?? Guid.CreateVersion7();
        ReportId = report.Id;
        Ordinal = ordinal;
        StandardId = draft.StandardId;
        Text = Require.Text(draft.Text, LongestText);
        TextSearch = SearchText.Normalize(Text);
        Result = Require.Number(draft.Result);
        Met = draft.Met;
        RecordedAt = Require.Stamp(draft.RecordedAt);
    }

    /// <summary>Identifies the statement.</summary>
    public Guid Id { get; private init; }

    /// <summary>Identifies the report that says it.</summary>
    public Guid ReportId { get; private init; }

    /// <summary>The report that says it.</summary>
    public AnnualReport Report { get; private init; } = null!;

    /// <summary>Its place in the report, from 1 without gaps.</summary>
    public int Ordinal { get; private init; }

    /// <summary>Identifies the service standard whose result it states.</summary>
    public Guid StandardId { get; private init; }

    /// <summary>The service standard whose result it states.</summary>
    public ServiceStandard Standard { get; private init; } = null!;

    /// <summary>What a customer reads.</summary>
    [MaxLength(LongestText)]
    public string Text { get; private init; } = "";

    /// <summary>The text as searches compare it.</summary>
    [Derived]
    [MaxLength(LongestText * SearchText.MostExpansion)]
    public string TextSearch { get; private init; } = "";

    /// <summary>The year's value, in the standard's unit; null when the words are all there is.</summary>
    public double? Result { get; private init; }

    /// <summary>Whether the standard was met, as the agency states it; null when that cannot be said.</summary>
    public bool? Met { get; private init; }

    /// <summary>When this was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
