using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cwa.Graph.Tests.Engine;

/// <summary>What a book is.</summary>
public enum Genre
{
    /// <summary>In verse.</summary>
    Poetry = 1,

    /// <summary>Not in verse.</summary>
    Prose = 2,

    /// <summary>For the stage.</summary>
    Drama = 3,
}

/// <summary>Who wrote books.</summary>
public sealed class Author
{
    public Guid Id { get; init; }

    /// <summary>The author's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>When the library first had something of the author.</summary>
    public DateTime AddedAt { get; init; }

    /// <summary>What the author wrote.</summary>
    public List<Book> Books { get; init; } = [];
}

/// <summary>A book.</summary>
public sealed class Book
{
    public Guid Id { get; init; }

    public Guid AuthorId { get; init; }

    public Author Author { get; init; } = null!;

    public Guid? PrequelId { get; init; }

    /// <summary>The book that it goes on from.</summary>
    public Book? Prequel { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The rest of its title.</summary>
    public string? Subtitle { get; init; }

    /// <summary>When it came out.</summary>
    public DateOnly PublishedOn { get; init; }

    /// <summary>When the library bought it.</summary>
    public DateTime AddedAt { get; init; }

    /// <summary>What it is.</summary>
    public Genre Genre { get; init; }

    /// <summary>How many pages it has.</summary>
    public int? Pages { get; init; }

    /// <summary>How many were printed.</summary>
    public long Copies { get; init; }

    /// <summary>Its weight in kilograms.</summary>
    public double Weight { get; init; }

    /// <summary>Whether it is out.</summary>
    public bool IsLent { get; init; }

    /// <summary>Whether it is kept from readers.</summary>
    public bool IsHidden { get; init; }
}

public sealed class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Arrival>();
        modelBuilder.Entity<Author>().HasIndex(a => new { a.Name, a.Id });
        modelBuilder.Entity<Book>().HasOne(b => b.Prequel).WithMany();
        modelBuilder.Entity<Book>().HasIndex(b => new { b.PublishedOn, b.Id });
        modelBuilder
            .Entity<Book>()
            .HasIndex(b => new
            {
                b.Genre,
                b.Title,
                b.Id,
            });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<Utc>();

    private sealed class Utc()
        : ValueConverter<DateTime, DateTime>(at => at, at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
}

/// <summary>
/// The same books every time, with many ties, some gaps, and characters that SQL and JSON may stumble over.
/// </summary>
internal static class Shelves
{
    private static readonly string[] Subtitles =
    [
        "a tale",
        "100% true",
        "under_score",
        "it's",
        "back\\slash",
        "née Öl",
    ];

    public static IReadOnlyList<Author> Authors()
    {
        var authors = new List<Author>();
        for (var a = 0; a < 7; a++)
        {
            var author = new Author { Id = IdOf(1000 + a), Name = $"Author {a}" };
            authors.Add(author);

            // The last author but one has only hidden books, and the last has none.
            for (var b = 0; a < 6 && b < 10; b++)
                author.Books.Add(BookOf(author, a, b));
        }

        return authors;
    }

    private static Book BookOf(Author author, int a, int b)
    {
        var number = (a * 10) + b;
        return new()
        {
            Id = IdOf(number),
            AuthorId = author.Id,
            Author = author,
            PrequelId = b % 2 == 0 ? null : author.Books[^1].Id,
            Prequel = b % 2 == 0 ? null : author.Books[^1],
            Title = number % 6 == 0 ? "Poems" : $"Book {number:00}",
            Subtitle = number % 4 == 0 ? null : Subtitles[number % Subtitles.Length],
            PublishedOn = new DateOnly(1998, 3, 1).AddDays(number % 5),
            AddedAt = new DateTime(1998, 3, 1, 12, 0, 0, DateTimeKind.Utc).AddTicks(number % 9),
            Genre = (Genre)(1 + (number % 3)),
            Pages = number % 5 == 0 ? null : 100 + (number % 7),
            Copies = 5_000_000_000 + (number % 4),
            Weight = (number % 8) / 4.0,
            IsLent = number % 3 == 0,
            IsHidden = a == 5 || number % 11 == 3,
        };
    }

    // Scattered, so that the order of ids is not the order of the rows.
    private static Guid IdOf(int number) => new(SHA256.HashData(BitConverter.GetBytes(number)).AsSpan(0, 16));
}
