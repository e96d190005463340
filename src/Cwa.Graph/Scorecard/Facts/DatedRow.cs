using Cwa.Model;

namespace Cwa.Graph;

/// <summary>A record that counts by its own date.</summary>
/// <remarks>
/// There are few records of each kind, so one statement reads all kinds, with the columns of all: what a kind does not
/// have is null.
/// </remarks>
internal sealed class DatedRow
{
    public required DatedKind Kind { get; init; }
    public required Guid AgencyId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The record that it is part of.</summary>
    public required Guid? ParentId { get; init; }

    /// <summary>The day that it counts by, or from.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Another day that matters, such as its last.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>A count that matters for its kind, such as the channels of a complaint process.</summary>
    public required long? Count { get; init; }

    public required int? Year { get; init; }
    public required YearBasis? Basis { get; init; }
    public required double? Grade { get; init; }
}

/// <summary>What a dated record is.</summary>
internal enum DatedKind
{
    Process = 1,
    Analysis,
    Problem,
    Change,
    CustomerSurvey,
    EmployeeSurvey,
    Study,
    Standard,
    AnnualReport,
    CustomerBase,
    OtherVenue,
    Program,
}
