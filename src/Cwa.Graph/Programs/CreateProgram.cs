using Cwa.Graph.Engine;
using GraphQL;
using CustomerProgram = Cwa.Model.Program;

namespace Cwa.Graph;

/// <summary>A program to be kept up.</summary>
public sealed record CreateProgramInput : MutationInput
{
    /// <summary>The id of the agency that runs the program.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>The program's name, 1–200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What the program is for, 1–1000 characters.</summary>
    public required string Purpose { get; init; }

    /// <summary>The program's first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The program's last day; left out while no end is set.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>The program, or why it was refused.</summary>
public sealed record CreateProgramPayload : Payload
{
    /// <summary>The new program; null when it was refused or only checked.</summary>
    public CustomerProgram? Program { get; init; }
}

/// <summary>Action 1: an agency runs a continuing program to engage its customers.</summary>
public sealed class CreateProgram
{
    /// <summary>Records a continuing program through which an agency engages its customers (action 1).</summary>
    /// <param name="input">Which program.</param>
    [Role(Roles.Submit)]
    public static Task<CreateProgramPayload> CreateProgramAsync(
        CreateProgramInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            program => new CreateProgramPayload { Program = program },
            session => CreateAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<CustomerProgram?> CreateAsync(
        CreateProgramInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Name, 200, "name");
        check.Text(input.Purpose, 1000, "purpose");
        check.InOrder(input.StartsOn, input.EndsOn, "endsOn");
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency || !check.IsGood)
            return null;

        var program = new CustomerProgram(agency.Id, input.Name, input.Purpose, input.StartsOn, input.EndsOn);
        session.Db.Add(program);
        session.Announce(Cwa.Model.FeedKind.ProgramCreated, program);
        return program;
    }
}
