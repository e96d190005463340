using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// A place in one of an agency's plans or reports required by law, into which it integrates what it learns from its
/// customers, as action 5 of the memorandum asks.
/// </summary>
public sealed class PlanReference : IAgencyRecord
{
    internal const int LongestDocument = 300;
    internal const int LongestSection = 200;

    /// <summary>The first fiscal year of a document.</summary>
    public const int FirstFiscalYear = 1990;

    /// <summary>The last fiscal year of a document.</summary>
    public const int LastFiscalYear = 2100;

    private PlanReference() { } // EF Core

    /// <exception cref="ArgumentException">
    /// A text is empty or too long, or the fiscal year is not from 1990 to 2100.
    /// </exception>
    public PlanReference(
        Guid agencyId,
        PlanLaw law,
        string document,
        int fiscalYear,
        string section,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fiscalYear, FirstFiscalYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fiscalYear, LastFiscalYear);
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Law = Require.Defined(law);
        Document = Require.Text(document, LongestDocument);
        FiscalYear = fiscalYear;
        Section = Require.Text(section, LongestSection);
        RecordedAt = Require.Stamp(recordedAt);
    }

    /// <summary>Identifies the reference.</summary>
    public Guid Id { get; private init; }

    /// <summary>Identifies the agency whose plan it is.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency whose plan it is.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The law that requires the document.</summary>
    public PlanLaw Law { get; private init; }

    /// <summary>The title of the document.</summary>
    [MaxLength(LongestDocument)]
    public string Document { get; private init; } = "";

    /// <summary>
    /// The fiscal year of the document, named for the year it ends in: fiscal year 1998 ends on 30 September 1998.
    /// </summary>
    public int FiscalYear { get; private init; }

    /// <summary>The chapter, goal or page where a reader can find it.</summary>
    [MaxLength(LongestSection)]
    public string Section { get; private init; } = "";

    /// <summary>When this was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
