using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Promises;

/// <summary>What agencies promise their customers, and how they kept it.</summary>
[Operation("promises")]
public sealed record PromisesData(PromiseList ServiceStandards, PromisesKept PromisesKept);

/// <summary>How many promises there are, and how many of them are kept.</summary>
public interface IPromiseFigures
{
    int Promises { get; }
    int Kept { get; }
    int NotKept { get; }
    int Undecided { get; }
}

internal static class PromiseFigures
{
    /// <summary>How many are kept, or not.</summary>
    public static int Of(this IPromiseFigures figures, Kept kept) =>
        kept switch
        {
            Kept.Kept => figures.Kept,
            Kept.NotKept => figures.NotKept,
            _ => figures.Undecided,
        };
}

public sealed record PromisesKept(
    int Promises,
    int Kept,
    int NotKept,
    int Undecided,
    IReadOnlyList<DepartmentPromises> ByDepartment
) : IPromiseFigures;

public sealed record DepartmentPromises(NamedAgency Department, int Promises, int Kept, int NotKept, int Undecided)
    : IPromiseFigures;

public sealed record PromiseList(int TotalCount, PageInfo PageInfo, IReadOnlyList<Promise> Nodes);

public sealed record Promise(
    string Statement,
    string Unit,
    double Target,
    CustomerGroup CustomerGroup,
    PromisingAgency Agency,
    MeasurementList Measurements
)
{
    /// <summary>Whether it was kept when it was last measured.</summary>
    internal Kept Kept =>
        Measurements.Newest?.Met switch
        {
            true => Kept.Kept,
            false => Kept.NotKept,
            null => Kept.NotMeasured,
        };
}

public sealed record PromisingAgency(string Abbreviation, string Name, BureauAbove? Parent)
{
    internal NamedAgency Itself => new(Abbreviation, Name);

    /// <summary>The department, or the agency itself if it is at the top.</summary>
    internal NamedAgency Department => Parent?.Parent ?? Parent?.Itself ?? Itself;
}

public sealed record BureauAbove(string Abbreviation, string Name, NamedAgency? Parent)
{
    internal NamedAgency Itself => new(Abbreviation, Name);
}

/// <summary>Whether a promise is kept.</summary>
public enum Kept
{
    Kept,
    NotKept,
    NotMeasured,
}
