using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>
/// How many customers a top-level agency and its components engaged (action 3), in the events that they hold, alone or
/// with others.
/// </summary>
public sealed record DepartmentReach : ReachFigures
{
    internal DepartmentReach(Guid departmentId, params IEnumerable<ReachSum> sums)
        : base(sums) => DepartmentId = departmentId;

    /// <summary>Identifies the department.</summary>
    public Guid DepartmentId { get; }

    /// <summary>The forms of media, of the four, in which one of them held an event.</summary>
    public required IReadOnlyList<Medium> MediaUsed { get; init; }
}

/// <inheritdoc cref="DepartmentReach"/>
[SignedIn]
public sealed class DepartmentReachType() : ObjectType<DepartmentReach>(r => r.DepartmentId)
{
    /// <summary>The department, or another agency that has none above it.</summary>
    public static IDataLoaderResult<Agency> Department(DepartmentReach reach, ById<Agency> agencies) =>
        agencies.Load(reach.DepartmentId);
}
