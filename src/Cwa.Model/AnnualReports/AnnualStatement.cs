using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// One result in an annual report, measured by a service standard and stated in words that an individual customer
/// understands.
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

    /// <summary>The id of the statement.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the report that makes the statement.</summary>
    public Guid ReportId { get; private init; }

    /// <summary>The report that makes the statement.</summary>
    public AnnualReport Report { get; private init; } = null!;

    /// <summary>The statement's place in the report, from 1 without gaps.</summary>
    public int Ordinal { get; private init; }

    /// <summary>The id of the service standard by which the result is measured.</summary>
    public Guid StandardId { get; private init; }

    /// <summary>The service standard by which the result is measured.</summary>
    public ServiceStandard Standard { get; private init; } = null!;

    /// <summary>What a customer reads.</summary>
    [MaxLength(LongestText)]
    public string Text { get; private init; } = "";

    /// <summary>The text in the form in which it is searched.</summary>
    [Derived]
    [MaxLength(LongestText * SearchText.MostExpansion)]
    public string TextSearch { get; private init; } = "";

    /// <summary>The year's value in the standard's unit; null if the result is stated in words only.</summary>
    public double? Result { get; private init; }

    /// <summary>Whether the standard was met, as the agency states it; null if that cannot be said.</summary>
    public bool? Met { get; private init; }

    /// <summary>When the statement was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
