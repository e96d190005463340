using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Cwa.Model;

/// <summary>Gives every enum column a check of its range, and every bounded text a check of its length.</summary>
/// <remarks>
/// SQLite ignores the length of a column type, and neither database knows our enums, stored as numbers.
/// </remarks>
internal sealed class ColumnChecks : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context
    )
    {
        foreach (
            var entity in modelBuilder.Metadata.GetEntityTypes().Where(entity => entity.GetTableName() is not null)
        )
        {
            foreach (
                var property in entity
                    .GetDeclaredProperties()
                    .Concat(
                        entity
                            .GetDeclaredComplexProperties()
                            .SelectMany(complex => complex.ComplexType.GetDeclaredProperties())
                    )
            )
                AddCheck(entity, property);
        }
    }

    private static void AddCheck(IConventionEntityType entity, IConventionProperty property)
    {
        var column = property.GetColumnName();
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum)
        {
            // Our enums are numbered from 1 without gaps.
            var members = Enum.GetValuesAsUnderlyingType(type).Length;
            entity.AddCheckConstraint(
                $"ck_{entity.GetTableName()}_{column}_known",
                $"{Quoted(column)} BETWEEN 1 AND {members}"
            );
        }
        else if (type == typeof(string) && property.GetMaxLength() is { } longest)
        {
            entity.AddCheckConstraint(
                $"ck_{entity.GetTableName()}_{column}_length",
                $"length({Quoted(column)}) <= {longest}"
            );
        }
    }

    // A column's name may be a keyword of SQL.
    private static string Quoted(string column) => $"\"{column}\"";
}
