using System.Data.Common;
using Cwa.Model;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Where something can happen to a statement.</summary>
public enum Moment
{
    /// <summary>Its connection is opened.</summary>
    Opening,

    /// <summary>It was not sent.</summary>
    Before,

    /// <summary>It has run, and its rows are not read.</summary>
    After,
}

/// <summary>Lets happen to a server's statements what a test says.</summary>
public sealed class StatementFaults : DbCommandInterceptor, IDbConnectionInterceptor
{
    /// <summary>
    /// What happens at a moment: nothing, a while, or an exception. While one opens there is no statement.
    /// </summary>
    public Func<Moment, DbCommand?, CancellationToken, Task> Happens { get; set; } = (_, _, _) => Task.CompletedTask;

    /// <summary>Throws in place of each statement for which there is a fault.</summary>
    public void Fail(Func<DbCommand, Exception?> fault) =>
        Happens = (moment, command, _) =>
            moment == Moment.Before && fault(command!) is { } thrown ? Task.FromException(thrown) : Task.CompletedTask;

    /// <summary>Lets the statements alone from now on.</summary>
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

    // On SQLite a statement has run already when it is about to: the product's own interceptor runs it.
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
