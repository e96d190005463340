using System.Data.Common;
using Cwa.Model;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Faults;

/// <summary>The moments at which something can happen to a statement.</summary>
public enum Moment
{
    /// <summary>When its connection is opened.</summary>
    Opening,

    /// <summary>Before it is sent.</summary>
    Before,

    /// <summary>After it has run, but before its rows are read.</summary>
    After,
}

/// <summary>Lets a test interfere with a server's statements.</summary>
public sealed class StatementFaults : DbCommandInterceptor, IDbConnectionInterceptor
{
    /// <summary>
    /// What happens at a moment: nothing, a delay or an exception. There is no statement while a connection is opened.
    /// </summary>
    public Func<Moment, DbCommand?, CancellationToken, Task> Happens { get; set; } = (_, _, _) => Task.CompletedTask;

    /// <summary>Throws instead of running each statement for which there is a fault.</summary>
    public void Fail(Func<DbCommand, Exception?> fault) =>
        Happens = (moment, command, _) =>
            moment == Moment.Before && fault(command!) is { } thrown ? Task.FromException(thrown) : Task.CompletedTask;

    /// <summary>Leaves the statements alone from now on.</summary>
    public void Stop() => Happens = (_, _, _) => Task.CompletedTask;

    public void AddTo(IServiceCollection services) =>
        services
            .ConfigureDbContext<SqliteCwaDbContext>(options => options.AddInterceptors(this))
            .ConfigureDbContext<PostgreSqlCwaDbContext>(options => options.AddInterceptors(this));

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        await HappensAsync(Moment.Before, command, result.HasResult ? result.Result : null, cancellationToken);
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        await HappensAsync(Moment.After, command, result, cancellationToken);
        return result;
    }

    async ValueTask<InterceptionResult> IDbConnectionInterceptor.ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken
    )
    {
        await Happens(Moment.Opening, null, cancellationToken);
        return result;
    }

    // On SQLite the statement has already run at this point: the product's own interceptor runs it.
    private async Task HappensAsync(
        Moment moment,
        DbCommand command,
        DbDataReader? reader,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await Happens(moment, command, cancellationToken);
        }
        catch
        {
            if (reader is not null)
                await reader.DisposeAsync();
            throw;
        }
    }
}
