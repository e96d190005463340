using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Records a continuing program through which an agency engages its customers (action 1). Everyone may read it.
/// </summary>
[By(Role.Agency)]
public sealed record CreateProgram : Verb<Program>
{
    /// <summary>The id of the agency that runs the program.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The program's name.</summary>
    [MaxLength(Program.LongestName)]
    public required string Name { get; init; }

    /// <summary>What the program is for.</summary>
    [MaxLength(Program.LongestPurpose)]
    public required string Purpose { get; init; }

    /// <summary>The program's first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The program's last day; left out while no end is set.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <inheritdoc/>
    public override async Task<Program?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        work.Check.InOrder(StartsOn, EndsOn, nameof(EndsOn));
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency || !work.IsGood)
            return null;

        var program = new Program(agency.Id, Name, Purpose, StartsOn, EndsOn);
        work.Db.Add(program);
        work.Announce(FeedKind.ProgramCreated, program);
        return program;
    }
}
