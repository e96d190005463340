using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class ReadTransactionTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Statements_of_a_read_transaction_see_one_state_and_delay_no_writer(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var reader = await database.Contexts.CreateDbContextAsync();
        await using (await reader.BeginReadAsync(default))
        {
            Assert.Equal(0, await reader.Agencies.CountAsync());

            await WriteAsync(database);

            Assert.Equal(0, await reader.Agencies.CountAsync());
        }

        Assert.Equal(1, await reader.Agencies.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_connection_can_write_again_after_a_read_transaction(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        for (var i = 0; i < 20; i++)
        {
            await using var reader = await database.Contexts.CreateDbContextAsync();
            await using var transaction = await reader.BeginReadAsync(default);
            Assert.Equal(0, await reader.Agencies.CountAsync());
        }

        await WriteAsync(database);
    }

    private static async Task WriteAsync(TestDatabase database)
    {
        await using var writer = await database.Contexts.CreateDbContextAsync();
        await using var transaction = await writer.BeginWriteAsync(default);
        writer.Add(Samples.Agency());
        await writer.SaveChangesAsync();
        await transaction.CommitAsync(default);
    }
}
