using Cwa.Graph.Engine;
using GraphQL;
using CustomerProgram = Cwa.Model.Program;

namespace Cwa.Graph;

/// <summary>Which program ends, and when.</summary>
public sealed record EndProgramInput : MutationInput
{
    /// <summary>The id of the program that ends, one of your agency's.</summary>
    [Id]
    public required string ProgramId { get; init; }

    /// <summary>The program's last day.</summary>
    public required DateOnly EndsOn { get; init; }
}

/// <summary>The program with its end, or why that was refused.</summary>
public sealed record EndProgramPayload : Payload
{
    /// <summary>The program; null when it was refused or only checked.</summary>
    public CustomerProgram? Program { get; init; }
}

/// <summary>Action 1: a program has a last day.</summary>
public sealed class EndProgram
{
    /// <summary>Sets a program's last day (action 1), or moves it.</summary>
    /// <param name="input">Which program, and when.</param>
    [Role(Roles.Submit)]
    public static Task<EndProgramPayload> EndProgramAsync(
        EndProgramInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            program => new EndProgramPayload { Program = program },
            session => EndAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<CustomerProgram?> EndAsync(
        EndProgramInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (await session.OwnAsync<CustomerProgram>(input.ProgramId, "programId", cancellationToken) is not { } program)
            return null;

        session.Input.InOrder(program.StartsOn, input.EndsOn, "endsOn");
        if (!session.Input.IsGood)
            return null;

        program.End(input.EndsOn);
        session.Announce(Cwa.Model.FeedKind.ProgramEnded, program);
        return program;
    }
}
