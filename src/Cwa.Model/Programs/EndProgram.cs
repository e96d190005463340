namespace Cwa.Model;

/// <summary>Sets a program's last day (action 1), or moves it.</summary>
[By(Role.Agency)]
public sealed record EndProgram : Verb<Program>
{
    /// <summary>The id of the program that ends, one of your agency's.</summary>
    public required Id<Program> ProgramId { get; init; }

    /// <summary>The program's last day.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <inheritdoc/>
    public override async Task<Program?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(ProgramId, cancellationToken) is not { } program)
            return null;

        work.Check.InOrder(program.StartsOn, EndsOn, nameof(EndsOn));
        if (!work.IsGood)
            return null;

        program.End(EndsOn);
        work.Announce(FeedKind.ProgramEnded, program);
        return program;
    }
}
